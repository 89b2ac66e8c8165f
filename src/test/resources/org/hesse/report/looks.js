// How a page looks within a frame as wide as its window is to be.
const frame = document.querySelector('iframe');
const shown = e => e.getClientRects().length > 0 && frame.contentWindow.getComputedStyle(e).display !== 'none';
const channels = colour => colour.match(/[\d.]+/g).slice(0, 3)
    .map(c => colour.startsWith('color(') ? +c : c / 255) // color(srgb 1 1 1) or rgb(255, 255, 255)
    .map(c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
const luminance = colour => channels(colour).reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
const ground = () => luminance(frame.contentWindow.getComputedStyle(frame.contentDocument.body).backgroundColor);
const contrast = colour => { // WCAG 2.2
  const l = luminance(colour);
  return (Math.max(l, ground()) + 0.05) / (Math.min(l, ground()) + 0.05);
};
// The texts of charts: whether they overlap, leave the chart, and stand out from the ground.
const charts = selector => {
  const overlaps = [], cut = [];
  let lowest = 21, labels = 0;
  frame.contentDocument.querySelectorAll(selector).forEach(svg => {
    const all = [...svg.querySelectorAll('text')].filter(shown);
    const box = svg.getBoundingClientRect();
    const boxes = all.map(t => t.getBoundingClientRect());
    all.forEach((t, i) => {
      const b = boxes[i];
      const name = t.textContent + ' of ' + svg.getAttribute('aria-label');
      labels += t.classList.contains('label') ? 1 : 0;
      lowest = Math.min(lowest, contrast(frame.contentWindow.getComputedStyle(t).fill));
      if (b.left < box.left - 1 || b.right > box.right + 1 || b.top < box.top - 1 || b.bottom > box.bottom + 1) {
        cut.push(name);
      }
      for (let j = 0; j < i; j++) { // the boxes of lines of text are taller than their letters
        const c = boxes[j];
        const high = 0.3 * Math.min(b.height, c.height);
        if (b.left < c.right - 1 && c.left < b.right - 1 && b.top < c.bottom - high && c.top < b.bottom - high) {
          overlaps.push(name + ' and ' + all[j].textContent);
        }
      }
    });
  });
  return {labels, overlaps, cut, contrast: lowest};
};
const look = () => ({
  width: frame.contentWindow.innerWidth,
  scrollWidth: frame.contentDocument.documentElement.scrollWidth,
  ground: ground(),
  requests: frame.contentWindow.performance.getEntriesByType('resource').map(entry => entry.name),
});
const leave = seen => { // as JSON in the page
  document.documentElement.innerHTML = '<pre id="seen"></pre>';
  document.getElementById('seen').textContent = JSON.stringify(seen);
};
