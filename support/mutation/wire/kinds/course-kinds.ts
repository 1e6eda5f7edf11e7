import { isObject } from '../../../json/json-pointer.js';
import type { Json } from '../../../trace/exchange.js';
import { changingBody } from '../change-json.js';
import type { WireKind } from './wire-kind.js';

/** Mutants of how an answer comes: not in time, or a list not in the order asked for. */
export const courseKinds: readonly WireKind[] = [
  {
    kind: 'answer-too-late',
    title: 'No answer comes before the deadline.',
    noticedBy: 'judge',
    plant: () => [
      {
        pointer: '',
        expected: 'not-judged',
        because: 'without an answer nothing can be said about the target, and that blocks the gate',
        alter: () => null,
      },
    ],
  },
  {
    kind: 'list-out-of-order',
    title: 'A list comes in the opposite of the order asked for.',
    noticedBy: 'checks',
    plant: ({ exchange, json }) =>
      isOrdered(json, exchange.request.query['orderBy'])
        ? [
            {
              pointer: '/body/items',
              expected: 'fail',
              because: 'orderBy and sort are documented (docs/pagination-filtering-and-rate-limits)',
              alter: changingBody('/items', reversed),
            },
          ]
        : [],
  },
];

function reversed(items: Json | undefined): Json | undefined {
  return Array.isArray(items) && items.length > 1 ? (items as readonly Json[]).toReversed() : items;
}

/** True for a list whose first and last item differ in what it was ordered by; otherwise no order can be seen in it. */
function isOrdered(json: Json | undefined, by: string | undefined): boolean {
  if (by === undefined || !isObject(json) || !Array.isArray(json['items'])) return false;
  const items = json['items'] as readonly Json[];
  const [first, last] = [items[0], items.at(-1)];
  return isObject(first) && isObject(last) && first[by] !== last[by];
}
