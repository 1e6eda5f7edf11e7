import type { RunComparison } from '../../../diff/dossier/run-comparison.js';
import { changeClasses } from '../../../diff/contract/change-class.js';
import { baselineFiles, comparisonFiles } from '../../../evidence/baseline-places.js';
import type { Report } from '../gather/report.js';
import { disclosure } from '../html/disclosure.js';
import { fileLink } from '../html/links.js';
import { quoted } from '../html/quoted.js';
import { markup, type Html } from '../html/markup.js';
import { table } from '../html/table.js';
import { classBadge, classWords } from '../words/change-words.js';
import { counted, grouped, moment } from '../words/count-words.js';
import { decisionWords } from '../words/decision-in-words.js';
import { approvals } from './approvals.js';
import { certifyAgain } from './certify-again.js';
import { changeTable } from './change-table.js';
import { quotedCalls } from './quoted-calls.js';
import { verdictTable } from './verdict-table.js';

/** What changed since the pack this run was compared with, what people decided about it, what must be certified again. */
export function* comparison(report: Report): Generator<Html | null> {
  const found = report.run.comparison;
  if (found === null) {
    yield markup`<p>This run was not compared with an earlier one. <code>axys-certify run --baseline PACK</code> does that.</p>`;
    return;
  }
  yield opening(found);
  yield classCounts(found);
  yield conditions(found);
  yield verdictTable(found, report);
  yield changeTable(found, report);
  yield quotedCalls(found, report);
  yield approvals(found);
  yield certifyAgain(found, report);
  yield markup`<p>The same as data: ${fileLink(comparisonFiles.dossier)}, with all details in ${fileLink(comparisonFiles.contract)} and ${fileLink(comparisonFiles.behaviour)}. What was seen before is frozen in ${fileLink(baselineFiles.observed)}, with its calls in ${fileLink(baselineFiles.exchanges)}.</p>
`;
}

function opening({ dossier }: RunComparison): Html {
  const { baseline, kind, compared } = dossier;
  const contract =
    kind === 'drift'
      ? 'Both runs were judged by the same contract, so whatever differs is what the target does.'
      : 'The contract is another one.';
  const vouched = baseline.adHocKey
    ? 'a key made for that run alone, so nobody vouches for it'
    : `the key ${baseline.keyId.slice(0, 16)}`;
  const depth =
    baseline.verified === 'whole'
      ? 'It was verified as a whole before the first call'
      : 'It was made by another build of the harness, so its seal was verified before the first call and its verdicts were taken as signed';
  const alone = [
    compared.onlyBaseline > 0 ? `${counted(compared.onlyBaseline, 'scenario')} only then` : null,
    compared.carried > 0
      ? `the evidence of ${counted(compared.carried, 'scenario')} was taken over, not seen anew`
      : null,
    compared.onlyHere > 0 ? `${counted(compared.onlyHere, 'scenario')} only now` : null,
  ].filter((words) => words !== null);
  return markup`<p>Compared with ${baseline.runId} (${moment(baseline.startedAt)}, ${decisionWords[baseline.decision].title}; Program ${quoted(baseline.program)}). ${depth}; it is signed with ${vouched}. It is no part of this pack: what it is said to hold is the word of whoever ran this until somebody who has it compares its <code>manifest.json</code> (SHA-256 <code>${baseline.manifestSha256}</code>), or both packs with <code>axys-certify diff</code>.</p>
<p>${contract} ${counted(compared.scenarios, 'scenario')} ran both times${alone.length === 0 ? '' : `, ${alone.join(', ')}`}. What only one run exercised is not called a change.${noiseWords(dossier)}</p>
`;
}

function noiseWords({ noise, baseline }: RunComparison['dossier']): string {
  if (baseline.noise.length === 0) return '';
  const runs = baseline.noise.map(({ runId }) => runId).join(', ');
  return ` ${counted(noise, 'difference')} also appeared between runs of the old version (${runs}) and ${noise === 1 ? 'counts' : 'count'} for nothing.`;
}

function classCounts({ dossier }: RunComparison): Html {
  if (dossier.changes.length === 0) return markup`<p><b>Nothing changed.</b></p>`;
  const rows = changeClasses
    .filter((one) => dossier.counts[one].all > 0)
    .map((one) => ({
      cells: [
        classBadge(one),
        classWords[one].meaning,
        grouped(dossier.counts[one].all),
        grouped(dossier.counts[one].open),
      ],
    }));
  const columns = ['Class', 'Means', 'Changes', 'Nobody decided'];
  return table({ caption: 'Changes by class, the worst first', look: 'fixed numbers classes', columns, rows });
}

function conditions({ dossier }: RunComparison): Html | null {
  if (dossier.conditions.length === 0) return null;
  const rows = dossier.conditions.map(({ what, old, new: now }) => ({
    cells: [what, markup`<span class="data">${old}</span>`, markup`<span class="data">${now}</span>`],
  }));
  return disclosure(
    `What else differs between the two runs (${rows.length})`,
    table({
      caption: 'Conditions of the two runs that differ',
      look: 'fixed conditions',
      columns: ['What', 'Then', 'Now'],
      rows,
    }),
  );
}
