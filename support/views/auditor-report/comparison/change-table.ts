import type { DossierChange } from '../../../diff/dossier/dossier.js';
import type { RunComparison } from '../../../diff/dossier/run-comparison.js';
import { comparisonFiles } from '../../../evidence/baseline-places.js';
import type { Report } from '../gather/report.js';
import { fileLink } from '../html/links.js';
import { markup, type Html } from '../html/markup.js';
import { table } from '../html/table.js';
import { classBadge, sourceWords } from '../words/change-words.js';
import { counted } from '../words/count-words.js';
import { badge } from '../words/tone.js';
import { exchangePair } from './exchange-pair.js';
import { rowLinks } from './row-links.js';

/** Changes of the contract and of what the target did, the worst first; cosmetic ones are only counted. */
export function changeTable(found: RunComparison, report: Report): Html | null {
  const all = found.dossier.changes.filter(({ source }) => source !== 'verdict');
  const felt = all.filter((change) => change.class !== 'cosmetic');
  if (all.length === 0) return null;
  const shown = felt.slice(0, report.limits.lines);
  const rows = shown.map((change) => ({
    cells: [
      classBadge(change.class),
      whatHappened(change),
      met(change, report),
      decision(change),
      exchangePair(change.exchanges, found, report),
    ],
  }));
  const columns = ['Class', 'What changed', 'Where it is met', 'Decision', 'Then → now'];
  const rest = felt.length - shown.length;
  const cosmetic = all.length - felt.length;
  return markup`<h3>What changed</h3>${rows.length === 0 ? null : table({ caption: 'Changes of the contract and of the target', look: 'fixed changes', columns, rows })}
${rest === 0 ? null : markup`<p>${counted(rest, 'more change')} in ${fileLink(comparisonFiles.dossier)}.</p>`}${cosmetic === 0 ? null : markup`<p>${counted(cosmetic, 'cosmetic change')} of the contract: nothing that travels is different (${fileLink(comparisonFiles.contract)}).</p>`}`;
}

function whatHappened({ words, because, source, rule, fingerprint }: DossierChange): Html {
  return markup`<span class="data">${words}</span>${because === null ? null : markup` <span class="part">${because}</span>`} <span class="part">${sourceWords[source]}, ${rule} <code>${fingerprint}</code></span>`;
}

function met({ operations, requirements }: DossierChange, report: Report): Html {
  const rows = requirements.length === 0 ? markup`no row` : rowLinks(requirements, report);
  return markup`${rows}${operations.length === 0 ? null : markup` <span class="part data">${operations.slice(0, 4).join(', ')}${operations.length > 4 ? ` and ${operations.length - 4} more` : ''}</span>`}`;
}

/** What somebody decided about a change, or that somebody should. */
export function decision({ approval, open }: DossierChange): Html {
  if (open) return badge('open', 'bad');
  if (approval === null) return badge('none needed', 'quiet');
  const { decision: word, by, expires, reason } = approval;
  return markup`${badge(word, 'good')} <span class="data">${reason}</span> <span class="part">${by}, until ${expires}</span>`;
}
