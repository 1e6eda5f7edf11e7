import type { RequirementOutcome } from '../../../verdict/verdict.js';
import type { Report, ReportRow } from '../gather/report.js';
import { markup, type Html } from '../html/markup.js';
import { anchorLink } from '../html/links.js';
import { targetWords } from '../words/target-words.js';

/** Limits of every run of this harness. */
const knownLimits: readonly string[] = [
  'Card numbers, security codes, PINs, one-time codes and keys were masked before anything was written. Rules about their form were judged on the real values first; the redaction ledger says what was found.',
  'Names, addresses and telephone numbers are synthetic and appear as labels.',
  'A state that lasted less than the pause between two readings is inferred from the states around it, and said to be inferred.',
  'Deposits have no identifier in the balances that show them, so a rise is put down to the oldest deposit waiting for it.',
  'The vendor’s matrix is known in part only; rows beyond it were derived and are marked as derived.',
  'Without an API key one list and one creation are tried, with a wrong key one list, and no other operation.',
  'Of another Program one cardholder is read, where the profile names it. Nothing of it is written to: a platform that let it through would have changed somebody else’s record.',
  'No call deletes or deactivates a wallet, and no page says what becomes of a transfer to such a wallet: none is tried.',
  'A refusal whose body says “success” is put to a person: the form of refusals is documented nowhere (U-03). So are views of one card that differ in limit, name or slot: which limit a view shows is not stated.',
  'Purchases of one card that share a reference are not judged: how a purchase is cleared in parts is not stated.',
  'Times are those of the machine that ran the harness.',
];

/** What a reader must not take this run for. */
export function notCovered({ run, rows }: Report): Html {
  const { class: target } = run.facts.target;
  return markup`${rowsLeftOut('Not demonstrated', 'not-demonstrated', rows)}${rowsLeftOut('Not applicable', 'not-applicable', rows)}${rowsLeftOut('Not selected for this run', 'out-of-scope', rows)}
<h3>What a run against this target never shows</h3><ul>${targetWords[target].neverShows.map((line) => markup`<li>${line}</li>`)}</ul>
<h3>Known limits</h3><ul>${knownLimits.map((line) => markup`<li>${line}</li>`)}</ul>`;
}

function rowsLeftOut(title: string, outcome: RequirementOutcome, rows: readonly ReportRow[]): Html | null {
  const some = rows.filter(({ result }) => result.outcome === outcome);
  if (some.length === 0) return null;
  const items = some.map(
    ({ asked, result, anchor }) =>
      markup`<li>${anchorLink(anchor, `${asked.id} ${asked.title}`)}${result.reason === undefined ? '' : `: ${result.reason}`}</li>`,
  );
  return markup`<h3>${title} (${some.length})</h3><ul>${items}</ul>`;
}
