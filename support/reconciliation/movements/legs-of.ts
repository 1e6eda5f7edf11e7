import { transactionStatus, transferStatus } from '../../verdict/checks/status-words.js';
import type { ApiRecord } from '../facts/data-set.js';
import type { Sighted, TransferFact } from '../facts/money-facts.js';
import type { Book, HolderId } from '../holder.js';
import { postingRules, type PostingRule } from '../posting-rules.js';
import type { CounterAccount, Leg, Movement, MovementKind } from './movement.js';

/** One change of balance, without what all legs of a movement share. */
interface Change {
  readonly holder: HolderId;
  readonly book: Book;
  readonly sign: 1 | -1;
  readonly rule: PostingRule;
  readonly counter: CounterAccount;
  readonly certain: Sighted | null;
  /** Minor units where it is another amount than the movement's. */
  readonly amount?: number;
}

const rules = postingRules;

/** Statuses in which a purchase is authorised, and in which it has left the ledger. */
const authorised: readonly number[] = [
  transactionStatus.Pending,
  transactionStatus.Cleared,
  transactionStatus.Completion,
];
const cleared: readonly number[] = [transactionStatus.Cleared, transactionStatus.Completion];

/** What each kind of movement changes, in the order it happens. */
const changes: Readonly<Record<MovementKind, (movement: Movement, transfer: TransferFact | undefined) => Change[]>> = {
  'crypto-deposit': deposit,
  'bank-deposit': deposit,
  // The transfer itself may arrive and clear: that the notice alone makes nothing available a check of its own looks at.
  'bank-notice': ({ holder }) => received(holder, 'in-clearing', [rules.noticed, rules.released], null),
  purchase: ({ holder, record, amount, held }) => {
    const certain = [seenAs(record, authorised), seenAs(record, cleared)] as const;
    const legs = paid(holder, 'merchant', [rules.authorised, rules.cleared], certain);
    if (held === null || amount === null) return legs;
    const rest: Change = {
      ...{ holder, book: 'available', sign: -1, rule: rules.cleared, counter: 'merchant' },
      ...{ certain: certain[1], amount: amount - held },
    };
    return [...legs.map((leg) => (leg.book === 'available' ? { ...leg, amount: held } : leg)), rest];
  },
  fee: ({ holder, purchase, cause }) => {
    const [held, gone] = [seenAs(purchase?.record, authorised), seenAs(purchase?.record, cleared)];
    const certain = [held === null ? null : later(held, cause), gone === null ? null : later(gone, cause)] as const;
    return paid(holder, 'fees', [rules.feeHeld, rules.feeCharged], certain);
  },
  transfer: ({ holder, source, record }, transfer) => {
    const certain = transfer === undefined ? null : transferSettled(transfer, record);
    return [
      ...(source === null
        ? []
        : paid(source, 'in-transfer', [rules.transferHeld, rules.transferPaid], [certain, certain])),
      ...received(holder, 'in-transfer', [rules.transferBooked, rules.transferReleased], certain),
    ];
  },
  'record-only': ({ holder, source, listedIn }) => {
    const both = [rules.recorded, rules.recorded] as const;
    if (listedIn === 'card-transactions') return paid(holder, 'merchant', both, [null, null]);
    const counter = source === null ? 'external:other' : 'in-transfer';
    return [
      ...(source === null ? [] : paid(source, counter, both, [null, null])),
      ...(holder === source ? [] : received(holder, counter, both, null)),
    ];
  },
};

/** The legs of a movement; none while it moves nothing or its amount is not known. */
export function legsOf(movement: Movement, transfer: TransferFact | undefined): Leg[] {
  const { amount, cause, effect } = movement;
  if (effect !== 'moves' || amount === null || amount === 0) return [];
  return changes[movement.kind](movement, transfer).map(({ sign, amount: own = amount, ...change }) => ({
    ...change,
    movement,
    delta: sign * own,
    // A fee or a record is often older than the list that first showed it.
    mayFrom: movement.kind === 'fee' || movement.kind === 'record-only' ? Number.NEGATIVE_INFINITY : cause.from,
  }));
}

function deposit({ holder }: Movement): Change[] {
  return received(holder, 'in-clearing', [rules.booked, rules.released], null);
}

function received(
  holder: HolderId,
  counter: CounterAccount,
  [booked, released]: readonly [PostingRule, PostingRule],
  certain: Sighted | null,
): Change[] {
  const up = { holder, sign: 1, counter, certain } as const;
  return [
    { ...up, book: 'ledger', rule: booked },
    { ...up, book: 'available', rule: released },
  ];
}

function paid(
  holder: HolderId,
  counter: CounterAccount,
  [held, gone]: readonly [PostingRule, PostingRule],
  [heldCertain, goneCertain]: readonly [Sighted | null, Sighted | null],
): Change[] {
  const down = { holder, sign: -1, counter } as const;
  return [
    { ...down, book: 'available', rule: held, certain: heldCertain },
    { ...down, book: 'ledger', rule: gone, certain: goneCertain },
  ];
}

/** The first exchange that showed a record in one of these statuses. */
function seenAs(record: ApiRecord | null | undefined, statuses: readonly number[]): Sighted | null {
  const seen = statuses.flatMap((status) => record?.seenAs.get(status) ?? []);
  return seen.sort((left, right) => left.order - right.order)[0] ?? null;
}

function later(left: Sighted, right: Sighted): Sighted {
  return left.order > right.order ? left : right;
}

/** The first exchange after which an internal transfer has moved for certain. Source: docs/guide-transfer-funds. */
function transferSettled({ status, seen }: TransferFact, record: ApiRecord | null): Sighted | null {
  const settled: readonly number[] = [transferStatus.Approved, transferStatus.Partial];
  return status !== null && settled.includes(status) ? seen : seenAs(record, settled);
}
