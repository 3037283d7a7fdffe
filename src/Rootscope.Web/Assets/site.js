// What JavaScript adds: "/" focuses the search, tables sort, sliders tell, figures are drawn. Every page reads without it.
const self = document.querySelector('script[data-echarts]');

document.addEventListener('keydown', event => {
  const typing = event.target.closest('input, textarea, select, [contenteditable]');
  if (event.key === '/' && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
    event.preventDefault();
    document.getElementById('search').focus();
  }
});

// A slider tells where it stands while it is moved; its form sends it.
for (const slider of document.querySelectorAll('input[data-shown]')) {
  slider.addEventListener('input', () => {
    document.getElementById(slider.dataset.shown).value = Number(slider.value).toLocaleString('en');
  });
}

// What is still being computed is looked at again, unless something is being written.
if (document.querySelector('[data-reload]')) {
  const again = () => {
    const fields = [...document.querySelectorAll('main textarea, main input:not([type=hidden], [type=range])')];
    const isWritten = fields.some(f => f.value !== f.defaultValue || f.checked !== f.defaultChecked);
    if (isWritten || document.activeElement?.closest('form')) setTimeout(again, 4000);
    else location.reload();
  };
  setTimeout(again, 4000);
}

function valueOf(cell) {
  const value = cell.dataset.value ?? cell.textContent.trim();
  const number = Number(value.replaceAll(',', ''));
  return value === '' || value === '–' ? null : Number.isNaN(number) ? value : number;
}

function sort(table, column, descending) {
  const body = table.tBodies[0];
  const rows = [...body.rows];
  const compare = (a, b) => typeof a === 'number' && typeof b === 'number' ? a - b : String(a).localeCompare(String(b));
  rows.sort((left, right) => {
    const a = valueOf(left.cells[column]), b = valueOf(right.cells[column]);
    return a === null ? 1 : b === null ? -1 : descending ? compare(b, a) : compare(a, b);
  });
  body.append(...rows);
}

for (const table of document.querySelectorAll('table.sortable')) {
  [...table.tHead.rows[0].cells].forEach((head, column) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'sort';
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener('click', () => {
      const descending = head.getAttribute('aria-sort') !== 'descending'
        && (head.classList.contains('number') || head.getAttribute('aria-sort') === 'ascending');
      for (const other of table.tHead.rows[0].cells) other.removeAttribute('aria-sort');
      head.setAttribute('aria-sort', descending ? 'descending' : 'ascending');
      sort(table, column, descending);
    });
  });
}

if (document.querySelector('[data-figure]')) {
  const figures = await import(self.dataset.figures);
  await figures.drawAll(self.dataset.echarts);
}

// The queue of comments: one click chooses all of a page, and on the box of a comment keys go on and decide.
const queue = document.querySelector('[data-queue]');
if (queue) {
  const boxes = [...queue.querySelectorAll('input[name=Keys]')];
  const all = queue.querySelector('[data-all]');
  all.addEventListener('click', event => {
    event.preventDefault();
    const chosen = !boxes.every(box => box.checked);
    for (const box of boxes) box.checked = chosen;
  });
  queue.addEventListener('keydown', event => {
    const at = boxes.indexOf(event.target);
    if (at < 0 || event.ctrlKey || event.metaKey || event.altKey) return;
    const next = boxes[at + ({ j: 1, k: -1 }[event.key] ?? 0)];
    const decision = { a: 'approve', r: 'reject', s: 'spam' }[event.key];
    if (event.key === 'x') event.target.checked = !event.target.checked;
    else if (decision) {
      if (!boxes.some(box => box.checked)) event.target.checked = true;
      queue.requestSubmit(queue.querySelector(`button[value=${decision}]`));
    } else if (next && next !== event.target) {
      next.focus();
      next.closest('li').scrollIntoView({ block: 'nearest' });
    } else return;
    event.preventDefault();
  });
}

// A run that goes on tells how far it is; when it is over, also if it was so before anybody listened, the page is read anew.
// A page of what is over does not listen.
const run = document.querySelector('[data-run]');
if (run) {
  const events = new EventSource(`/api/v1/runs/${run.dataset.run}/events`);
  events.addEventListener('step', event => {
    const view = JSON.parse(event.data);
    if (view.step) run.textContent = `… ${view.step}`;
  });
  events.addEventListener('over', () => {
    events.close();
    location.reload();
  });
}

// An import that goes on tells how much it has read; when it is over, the page is read anew.
const importing = document.querySelector('[data-import]');
if (importing) {
  const events = new EventSource(`/data/import/${importing.dataset.import}/events`);
  const bar = document.querySelector('progress');
  events.addEventListener('step', event => {
    const view = JSON.parse(event.data);
    if (view.total > 0) { bar.max = view.total; bar.value = view.read; }
  });
  events.addEventListener('over', () => {
    events.close();
    location.reload();
  });
}
