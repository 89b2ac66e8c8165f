// Cuts every way at the step of the slider. The full ways stand in the picture; this script only shows less of them.
(() => {
  const player = document.querySelector('.player');
  const [slider, output, play] = ['input', 'output', '.play'].map(s => player.querySelector(s));
  const frames = slider.dataset.steps.split(' ').map(Number);
  const lines = [...document.querySelectorAll('polyline')].map(line => ({
    line, run: line.parentNode.dataset.run, points: line.getAttribute('points').split(' '), steps: line.dataset.steps.split(' ').map(Number)}));
  const ends = [...document.querySelectorAll('.end')].map(end => ({
    head: end.querySelector('.head'), rest: end.querySelectorAll('.leader, .label'), home: end.querySelector('.head').getAttribute('transform'),
    way: lines.find(l => l.run === end.dataset.run && l.line.classList.contains('line'))}));
  const cells = [...document.querySelectorAll('.run')].map(row => ({
    step: row.querySelector('.step'), f: row.querySelector('.f'), last: Number(row.querySelector('.step').dataset.last),
    values: row.querySelector('.f').dataset.values.split(' ')}));
  let timer = 0;

  function upTo(l, step) {
    let n = l.steps.findIndex(s => s > step);
    return n < 0 ? l.points.length : Math.max(1, n);
  }
  function show() {
    const k = Number(slider.value), step = frames[k];
    lines.forEach(l => l.line.setAttribute('points', l.points.slice(0, upTo(l, step)).join(' ')));
    ends.forEach(e => {
      const n = upTo(e.way, step), over = n === e.way.points.length;
      e.head.setAttribute('transform', over ? e.home : 'translate(' + e.way.points[n - 1] + ')');
      e.rest.forEach(part => { part.style.visibility = over ? 'visible' : 'hidden'; });
    });
    cells.forEach(c => { c.step.textContent = Math.min(step, c.last); c.f.textContent = c.values[k]; });
    output.textContent = 'step ' + step;
  }
  function go(k) {
    slider.value = k;
    show();
  }
  function stop() {
    clearInterval(timer);
    timer = 0;
    play.textContent = '▶';
    play.setAttribute('aria-label', 'play');
  }
  play.onclick = () => {
    if (timer) return stop();
    if (Number(slider.value) === frames.length - 1) go(0);
    play.textContent = '❚❚';
    play.setAttribute('aria-label', 'pause');
    timer = setInterval(() => Number(slider.value) < frames.length - 1 ? go(Number(slider.value) + 1) : stop(),
      Math.max(40, Math.min(300, 9000 / frames.length)));
  };
  player.querySelector('.back').onclick = () => { stop(); go(Number(slider.value) - 1); };
  player.querySelector('.next').onclick = () => { stop(); go(Number(slider.value) + 1); };
  slider.oninput = () => { stop(); show(); };
  player.onsubmit = () => false;
  player.hidden = false;
})();
