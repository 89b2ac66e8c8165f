// A picture of a function: its texts, and what the player does.
frame.onload = () => {
  const page = frame.contentDocument;
  const seen = look();
  seen.chart = charts('svg.plot');
  const slider = page.querySelector('.player input');
  if (slider) {
    const step = () => page.querySelector('.player output').textContent;
    seen.last = step();
    page.querySelector('.player .back').click();
    seen.back = step();
    page.querySelector('.player .next').click();
    seen.next = step();
    slider.value = 0;
    slider.dispatchEvent(new frame.contentWindow.Event('input'));
    seen.first = step();
  }
  leave(seen);
};
