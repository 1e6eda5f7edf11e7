import { toDecimal } from '../../../contract/money/decimal-amount.js';
import type { Lifecycle } from '../../../lifecycle/lifecycle.js';
import type { DepositCourse } from '../gather/deposit-courses.js';
import type { Report } from '../gather/report.js';
import { disclosure } from '../html/disclosure.js';
import { markup, type Html } from '../html/markup.js';
import { fileLink, sourceLink } from '../html/links.js';
import { table } from '../html/table.js';
import { depositPicture } from '../pictures/deposit-picture.js';
import { lifecyclePicture } from '../pictures/lifecycle-picture.js';
import { callLinks } from '../rows/call-links.js';
import { lifecycleWords } from '../words/lifecycle-words.js';
import { counted } from '../words/count-words.js';
import { badge } from '../words/tone.js';

/** Every lifecycle with what was observed of it, and the two balances of every deposit. */
export function stateTransitions(report: Report): Html {
  const { changes, lifecycles, deposits, limits, plan } = report;
  const shown = deposits.slice(0, limits.deposits);
  const rest = deposits.length - shown.length;
  const currency = plan.currency === null ? '' : `, in ${plan.currency}`;
  return markup`<p>${counted(changes.total, 'state change')} seen, all in ${fileLink('exchanges/transitions.ndjson')}. Strong lines were observed, with how often; thin broken lines are allowed and were not observed. A dot is the start, a thick border a final state.</p>
${unlisted(report)}
${lifecycles.length === 0 ? markup`<p>The pack holds no lifecycle tables, so there are no diagrams.</p>` : null}
${lifecycles.map((lifecycle) => lifecycleFigure(lifecycle, report))}
<h3>Deposits and their two balances</h3>
${shown.length === 0 ? markup`<p>No deposit of money was made in this run.</p>` : markup`<p>A deposit raises the ledger balance first and the available balance after it cleared (${sourceLink('docs/funding-and-deposits')}). Amounts are of the account that was credited${currency}. The API shows deposits only through these balances, so a rise is put down to the oldest deposit that waited for it.</p>`}
<p class="key" aria-hidden="true"><span class="ledger">ledger balance</span> <span class="available">available balance</span> <span class="stage">stage first seen</span></p>
<div class="figures">${shown.map((course) => depositFigure(course, report))}</div>${rest > 0 ? markup`<p>${counted(rest, 'more deposit')} in ${fileLink('exchanges/transitions.ndjson')}.</p>` : null}`;
}

function unlisted({ changes }: Report): Html | null {
  if (changes.unlisted.length === 0) return markup`<p>Every change is one that the lifecycle tables allow.</p>`;
  const items = changes.unlisted
    .slice(0, 50)
    .map(
      ({ entity, entityId, from, to, exchangeId }) =>
        markup`<li>${entity} ${entityId}: ${from} → ${to} (${exchangeId})</li>`,
    );
  return markup`<p>${badge(counted(changes.unlisted.length, 'change'), 'bad')} not in the lifecycle tables:</p><ul>${items}</ul>`;
}

function lifecycleFigure(lifecycle: Lifecycle, report: Report): Html {
  const { name, transitions } = lifecycle;
  const rows = transitions.map(({ id, from, to, event, provenance, source }) => {
    const seen = report.changes.of(name, id);
    return {
      cells: [
        markup`${from} → ${to} <code>${id}</code>`,
        markup`${event}`,
        seen === undefined
          ? markup`not observed`
          : markup`${seen.count}${seen.collapsed > 0 ? ` (${seen.collapsed} inferred)` : ''}`,
        markup`${provenance}, ${sourceLink(source)}`,
        seen === undefined ? markup`none` : callLinks([seen.first], 1, report),
      ],
    };
  });
  return markup`<figure class="wide"><figcaption><h3>Life of ${lifecycleWords[name]}</h3></figcaption>
<div class="scroll" role="region" tabindex="0" aria-label="State diagram of ${lifecycleWords[name]}">${lifecyclePicture(lifecycle, report.changes)}</div>
${disclosure(`All ${transitions.length} transitions of ${lifecycleWords[name]} as a table`, table({ caption: `Transitions of ${lifecycleWords[name]}; inferred: not seen itself, but on the only likely way between two readings`, look: 'fixed transitions', columns: ['Transition', 'Brought about by', 'Times observed', 'Rule and its page', 'First call that shows it'], rows }))}</figure>
`;
}

function depositFigure(course: DepositCourse, report: Report): Html {
  const { id, account, points, stages } = course;
  const scenario = report.scenarios.get(course.scenario ?? '');
  const states = stages.map(({ state }) => state).join(', then ');
  const rows = points.map(({ at, ledger, available, exchangeId }) => ({
    cells: [
      markup`${seconds(at, stages[0]?.at ?? at)}`,
      markup`${toDecimal(ledger)}`,
      markup`${toDecimal(available)}`,
      callLinks([exchangeId], 1, report),
    ],
  }));
  const readings = table({
    caption: `Readings of ${account}, in seconds since deposit ${id} was sent`,
    look: 'numbers',
    columns: ['Seconds', 'Ledger', 'Available', 'Call'],
    rows,
  });
  return markup`<figure><figcaption><b>${account}</b>: ${states}. ${scenario?.result.name ?? ''}</figcaption>${depositPicture(course)}${disclosure(`${counted(points.length, 'reading')} as a table`, readings)}</figure>
`;
}

/** Seconds between two times, with their milliseconds. */
function seconds(at: string, from: string): string {
  return ((Date.parse(at) - Date.parse(from)) / 1000).toFixed(3);
}
