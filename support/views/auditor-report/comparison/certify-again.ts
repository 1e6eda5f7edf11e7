import type { ChangeClass } from '../../../diff/contract/change-class.js';
import type { RowAgain } from '../../../diff/dossier/dossier.js';
import type { RunComparison } from '../../../diff/dossier/run-comparison.js';
import type { Report } from '../gather/report.js';
import { disclosure, shortList } from '../html/disclosure.js';
import { markup, type Html } from '../html/markup.js';
import { table } from '../html/table.js';
import { counted } from '../words/count-words.js';
import { outcomeBadge } from '../words/outcome-words.js';
import { badge } from '../words/tone.js';
import { rowLinks } from './row-links.js';

/** Classes after which a demonstration does not stand by itself. */
const asksForMore: Readonly<Record<ChangeClass, boolean>> = {
  breaking: true,
  unknown: true,
  'conditionally-breaking': true,
  additive: false,
  cosmetic: false,
};

/** Reasons and scenarios of a row before the rest is behind a line. */
const longest = 3;

/** The rows whose earlier demonstration no longer stands by itself, and which of them this run showed again. */
export function certifyAgain({ dossier }: RunComparison, report: Report): Html {
  const { rows, command } = dossier.certifyAgain;
  const title = markup`<h3>What must be certified again</h3>`;
  const unmet = dossier.changes.filter(
    (change) => asksForMore[change.class] && change.requirements.length === 0,
  ).length;
  if (rows.length === 0) {
    if (unmet > 0) return markup`${title}${unmetWords(unmet)}`;
    return markup`${title}<p>Nothing: no change undoes what the earlier run demonstrated, and nothing this run tried speaks against it.</p>`;
  }
  const shown = rows.filter(({ shownHere }) => shownHere).length;
  return markup`${title}<p>${counted(rows.length, 'row')} that the earlier run demonstrated; ${shown === rows.length ? 'this run shows all of them again' : `this run shows ${shown} of them again`}.</p>
${table({ caption: 'Rows to certify again', look: 'fixed again', columns: ['Row', 'Then', 'Now', 'Why', 'Shown again here', 'Scenarios'], rows: rows.map((row) => ({ cells: cellsOf(row, report) })) })}
${command === null ? null : markup`<p>This runs those that are still open:</p><pre class="command">${command}</pre>`}${unmet === 0 ? null : unmetWords(unmet)}`;
}

function unmetWords(unmet: number): Html {
  return markup`<p>${counted(unmet, 'change')} above ${unmet === 1 ? 'meets' : 'meet'} no row: no scenario of the earlier run exercised what changed there, so that no row of this matrix tells what becomes of it. A person has to look.</p>`;
}

function cellsOf({ id, title, before, after, reasons, scenarios, shownHere }: RowAgain, report: Report): Html[] {
  const why = reasons.map(
    ({ words, fingerprint }) =>
      markup`<span class="data">${words}</span>${fingerprint === null ? null : markup` <code>${fingerprint}</code>`}`,
  );
  const named = scenarios.map((scenario) => markup`<span class="data">${scenario}</span>`);
  return [
    markup`${rowLinks([id], report)} ${title}`,
    outcomeBadge(before),
    outcomeBadge(after),
    shortList(why, longest, 'reason'),
    shownHere ? badge('yes', 'good') : badge('no', 'bad'),
    named.length === 0
      ? markup`for people`
      : disclosure(counted(named.length, 'scenario'), shortList(named, 50, 'scenario')),
  ];
}
