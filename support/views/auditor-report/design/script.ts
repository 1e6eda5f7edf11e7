/**
 * What a script adds to a page that works without it: filters, opening what a link leads to, and opening on paper for
 * browsers that cannot do it by style. Plain JavaScript, held to what its digest in the page's policy allows.
 */
export const script = `(() => {
'use strict';
const all = (selector) => [...document.querySelectorAll(selector)];
const filters = document.querySelector('.filters');
const buttons = all('button[data-filter]');
const count = document.getElementById('filter-count');
const reset = document.getElementById('filter-reset');
const rows = all('[data-outcome]');
const inMatrix = rows.filter((row) => row.tagName === 'TR');
const pressed = (kind) => buttons.filter((button) => button.dataset.filter === kind && button.getAttribute('aria-pressed') === 'true').map((button) => button.dataset.value);
const apply = () => {
  const outcomes = pressed('outcome');
  const categories = pressed('category');
  const fits = (row) => (outcomes.length === 0 || outcomes.includes(row.dataset.outcome)) && (categories.length === 0 || row.dataset.categories.split(' ').some((each) => categories.includes(each)));
  for (const row of rows) row.hidden = !fits(row);
  const shown = inMatrix.filter((row) => !row.hidden).length;
  count.textContent = shown === inMatrix.length ? 'All ' + shown + ' rows are shown.' : shown + ' of ' + inMatrix.length + ' rows are shown, here and in the details.';
  reset.hidden = outcomes.length + categories.length === 0;
};
for (const button of buttons) button.addEventListener('click', () => {
  button.setAttribute('aria-pressed', String(button.getAttribute('aria-pressed') !== 'true'));
  apply();
});
const showAll = () => {
  for (const button of buttons) button.setAttribute('aria-pressed', 'false');
  apply();
};
reset.addEventListener('click', () => { showAll(); buttons[0].focus(); });
filters.hidden = false;
const reveal = () => {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (target === null) return;
  const row = target.closest('[data-outcome]');
  if (row !== null && row.hidden) showAll();
  for (let place = target.closest('details'); place !== null; place = place.parentElement.closest('details')) place.open = true;
  target.scrollIntoView();
};
addEventListener('hashchange', reveal);
reveal();
for (const button of all('button[data-open]')) {
  button.hidden = false;
  button.addEventListener('click', () => { for (const each of all('details')) each.open = button.dataset.open === 'yes'; });
}
if (!CSS.supports('selector(::details-content)')) {
  let opened = [];
  addEventListener('beforeprint', () => {
    const calls = document.getElementById('print-calls').checked;
    opened = all('details:not([open])').filter((each) => calls || !each.matches('.quiet .call'));
    for (const each of opened) each.open = true;
  });
  addEventListener('afterprint', () => { for (const each of opened) each.open = false; });
}
})();
`;
