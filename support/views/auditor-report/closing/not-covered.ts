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
  'A deposit that becomes available in parts is put to a person: no page says that all of it comes at once. So far as it is not there when the time for it is over, it counts as not arrived.',
  'After a notice of a transfer money may become available once it is on the ledger balance: the transfer itself may have arrived, and nothing but the balances shows it.',
  'No bank transfer is sent to a wallet: which account it may come from no page says.',
  'Every card that deposits were sent to is read once more when all scenarios have ended; a second credit that comes later is not seen. Left out are cards about whose money a ticket was raised: people may have allocated it.',
  'A member that a call names and that is optional (the alias of a card, the description of a transfer) is sent every time: that a platform asks for it is not noticed. What an edit of a cardholder leaves out is not compared: whether an edit replaces the whole record no page says.',
  'A card is not activated with a wrong date of expiry: every wrong try may count towards a lock. Of the chains that share an EVM address Ethereum alone is tried.',
  'Revoked and expired client certificates are not tried; one that its holder signed itself is.',
  'What a purchase holds back while it is pending is judged only where a balance happens to be read before it has cleared.',
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
