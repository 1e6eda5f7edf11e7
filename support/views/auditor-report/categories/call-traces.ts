import type { OperationUse } from '../gather/operation-use.js';
import type { Report } from '../gather/report.js';
import { markup, type Html } from '../html/markup.js';
import { fileLink } from '../html/links.js';
import { table } from '../html/table.js';
import { counted } from '../words/count-words.js';
import { callLinks } from '../rows/call-links.js';

/** Sequence and volume of the calls, by operation. */
export function callTraces(report: Report): Html {
  const { totals, operations } = report;
  const room =
    totals.notShown === 0
      ? 'Every one of them is on this page with request and answer, under the row it belongs to.'
      : `${counted(report.calls.size, 'call')} are on this page with request and answer; the other ${counted(totals.notShown, 'call')} are not, to keep it quick to open.`;
  return markup`<p>${counted(totals.calls, 'call')} recorded${totals.replayed === 0 ? '' : `, of which ${totals.replayed} are answers replayed to the harness’s own client`}. ${room} All, in order and masked: ${fileLink('exchanges/exchanges.ndjson')}.</p>
${table({
  caption: 'Calls by operation',
  look: 'fixed uses numbers',
  columns: ['Operation', 'Calls', 'Accepted', 'Refused', 'No usable answer', 'First and last'],
  rows: operations.map((use) => operationRow(use, report)),
})}`;
}

function operationRow(use: OperationUse, report: Report): { cells: (Html | string | number)[] } {
  const name = use.operationId ?? 'paths outside the contract';
  const replayed = use.replayed === 0 ? null : markup` <span class="mark">${use.replayed} harness-only</span>`;
  return {
    cells: [
      markup`${name}${replayed}`,
      ...[use.calls, use.accepted, use.refused, use.unanswered],
      callLinks([use.first, use.last], 2, report),
    ],
  };
}
