import { toDecimal } from '../../../contract/money/decimal-amount.js';
import type { BalancePoint, DepositCourse } from '../gather/deposit-courses.js';
import { markup, type Html } from '../html/markup.js';

const size = { width: 420, height: 210, left: 66, right: 14, top: 34, bottom: 34 };

/** Turns times and amounts into places on the picture. */
interface Scale {
  readonly x: (at: string) => number;
  readonly y: (amount: number) => number;
}

/** Draws the two balances of a deposit's account over time, with the moments its stages were seen. */
export function depositPicture({ id, account, points, stages }: DepositCourse): Html {
  const times = [...points, ...stages].map(({ at }) => Date.parse(at));
  const from = Math.min(...times);
  // Room after the last reading, so that where it ends can be seen.
  const to = from + (Math.max(...times) - from) * 1.12;
  const amounts = [0, ...points.flatMap(({ ledger, available }) => [ledger, available])];
  const [low, high] = [Math.min(...amounts), Math.max(...amounts)];
  const scale: Scale = {
    x: (at) =>
      round(size.left + ((Date.parse(at) - from) / Math.max(1, to - from)) * (size.width - size.left - size.right)),
    y: (amount) =>
      round(
        size.height - size.bottom - ((amount - low) / Math.max(1, high - low)) * (size.height - size.top - size.bottom),
      ),
  };
  const anchor = `picture-${id.replace(/[^\w-]/g, '-')}`;
  const last = points.at(-1);
  const tail = last === undefined ? '' : `H${size.width - size.right}`;
  const outcome =
    last === undefined
      ? 'no balance was read'
      : `at the end ledger ${toDecimal(last.ledger)}, available ${toDecimal(last.available)}`;
  return markup`<svg class="picture balances" role="img" viewBox="0 0 ${size.width} ${size.height}" width="${size.width}" height="${size.height}" aria-labelledby="${anchor}">
<title id="${anchor}">Balances of ${account} during the deposit: ${outcome}. The table below has every reading.</title>
${[low, high].map((amount) => axis(amount, scale))}
<text class="axis" x="${size.left}" y="${size.height - 8}">0 s</text>
<text class="axis end" x="${size.width - size.right}" y="${size.height - 8}">${((to - from) / 1000).toFixed(2)} s</text>
${stages.map((stage, index) => mark(scale.x(stage.at), stage.state, index))}
<path class="ledger" d="${steps(points, 'ledger', scale)}${tail}"/><path class="available" d="${steps(points, 'available', scale)}${tail}"/>
${points.map((point) => markup`<circle class="ledger" cx="${scale.x(point.at)}" cy="${scale.y(point.ledger)}" r="4"/><circle class="available" cx="${scale.x(point.at)}" cy="${scale.y(point.available)}" r="2"/>`)}</svg>
`;
}

function axis(amount: number, { y }: Scale): Html {
  return markup`<line class="axis" x1="${size.left}" x2="${size.width - size.right}" y1="${y(amount)}" y2="${y(amount)}"/><text class="axis end" x="${size.left - 6}" y="${y(amount) + 4}">${toDecimal(amount)}</text>`;
}

/** Neighbouring labels stand on two lines, and the right half is written to the left, so that none is cut. */
function mark(x: number, state: string, index: number): Html {
  const side = x > size.width / 2 ? 'end' : 'start';
  const text = side === 'end' ? x - 4 : x + 4;
  return markup`<line class="stage" x1="${x}" x2="${x}" y1="8" y2="${size.height - size.bottom}"/><text class="stage ${side}" x="${text}" y="${index % 2 === 0 ? 14 : 27}">${state}</text>`;
}

/** A balance holds until the next reading shows another one. */
function steps(points: readonly BalancePoint[], balance: 'ledger' | 'available', { x, y }: Scale): string {
  return points
    .map((point, index) =>
      index === 0 ? `M${x(point.at)} ${y(point[balance])}` : `H${x(point.at)}V${y(point[balance])}`,
    )
    .join('');
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
