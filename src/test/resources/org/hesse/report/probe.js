// A report: its charts against passes and against seconds, and whether a method can be hidden.
frame.onload = () => {
  const page = frame.contentDocument;
  const seen = look();
  seen.passes = charts('svg.panel');
  page.querySelectorAll('input.seconds').forEach(radio => radio.checked = true);
  seen.seconds = charts('svg.panel');
  page.querySelector('input.t0').checked = false;
  seen.hidden = ![...page.querySelectorAll('.experiment')][0].querySelector('.m0').getClientRects().length;
  leave(seen);
};
