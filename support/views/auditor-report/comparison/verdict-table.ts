import type { Cause } from '../../../diff/behaviour/behaviour-change.js';
import type { RunComparison } from '../../../diff/dossier/run-comparison.js';
import { verdictsByCause } from '../../../diff/dossier/verdicts-by-cause.js';
import { comparisonFiles } from '../../../evidence/baseline-places.js';
import type { Report } from '../gather/report.js';
import { disclosure } from '../html/disclosure.js';
import { fileLink } from '../html/links.js';
import { markup, type Html } from '../html/markup.js';
import { table } from '../html/table.js';
import { causeWords, classBadge } from '../words/change-words.js';
import { counted } from '../words/count-words.js';
import { decision } from './change-table.js';
import { exchangePair } from './exchange-pair.js';
import { rowLinks } from './row-links.js';

/** Proofs of a cause shown before the rest is left to the file. */
const mostProofs = 3;

/** Rows, scenarios and checks that ended in another way, with why and the calls that show it. */
export function verdictTable(found: RunComparison, report: Report): Html | null {
  const all = found.dossier.changes.filter(({ source }) => source === 'verdict');
  if (all.length === 0) return null;
  const shown = all.slice(0, report.limits.lines);
  const rows = shown.map((change) => ({
    cells: [
      markup`${classBadge(change.class)} ${change.requirements.length === 0 ? null : rowLinks(change.requirements, report)}`,
      markup`<span class="data">${change.words}</span> <span class="part"><code>${change.fingerprint}</code></span>`,
      markup`${change.causes.map(causeOf)}`,
      decision(change),
      exchangePair(change.exchanges, found, report),
    ],
  }));
  const causes = verdictsByCause(all).filter(({ changes }) => changes.length > 1);
  const shared = causes.map(({ class: worst, words, changes }) => {
    const met = [...new Set(changes.flatMap(({ requirements }) => requirements))].sort();
    return markup`<li>${classBadge(worst)} <span class="data">${words}</span> ${met.length === 0 ? null : rowLinks(met, report)}</li>`;
  });
  const inShort =
    causes.length === 0
      ? null
      : markup`<p>In short, most of them by one cause each; the list below has every one.</p><ul>${shared}</ul>`;
  const columns = ['Row', 'How it ended', 'Why', 'Decision', 'Then → now'];
  const rest = all.length - shown.length;
  return markup`<h3>Rows, scenarios and checks that ended differently</h3>${inShort}${table({ caption: 'Verdicts that changed, with their causes', look: 'fixed verdicts', columns, rows })}
${rest === 0 ? null : markup`<p>${counted(rest, 'more verdict')} in ${fileLink(comparisonFiles.dossier)}.</p>`}`;
}

function causeOf({ kind, words, proofs }: Cause): Html {
  const shown = proofs.slice(0, mostProofs).map(({ what, old, new: now }) => {
    return markup`<li class="data">${what}: ${old ?? 'nothing'} → ${now ?? 'nothing'}</li>`;
  });
  const proved = shown.length === 0 ? null : disclosure(counted(proofs.length, 'proof'), markup`<ul>${shown}</ul>`);
  const more = words === `the ${causeWords[kind]}` ? null : markup` <span class="data">${words}</span>`;
  return markup`<p><b>${causeWords[kind]}.</b>${more}</p>${proved}`;
}
