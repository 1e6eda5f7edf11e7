import type { AmountTextForm } from '../../contract/money/amount-text.js';
import type { MinorUnits } from '../../contract/money/minor-units.js';
import { transferStatus } from '../../verdict/checks/status-words.js';
import { unitsOf } from '../amount-form.js';
import type { ApiRecord } from '../facts/data-set.js';
import type { MoneyFacts } from '../facts/facts-collector.js';
import type { TransferFact } from '../facts/money-facts.js';
import type { HolderId } from '../holder.js';
import type { MovementEffect } from './movement.js';

/** What a transfer moved. */
export interface TransferResult {
  readonly effect: MovementEffect;
  readonly amount: MinorUnits | null;
  /** True when its status alone proves that the money has moved. */
  readonly final: boolean;
}

/**
 * What a transfer moved, by its last known status: all, part or nothing of what was asked for. How much a Partial one moved
 * is taken from the balances around it, else from its record. Source: docs/accounts-wallets-and-deposit-addresses.
 */
export function resultOfTransfer(
  transfer: TransferFact,
  record: ApiRecord | null,
  { facts, form }: { readonly facts: MoneyFacts; readonly form: AmountTextForm | null },
): TransferResult {
  if (transfer.outcome === 'refused') return { effect: 'nothing', amount: transfer.amount, final: true };
  switch (record?.status ?? transfer.status) {
    case transferStatus.Approved:
      return { effect: 'moves', amount: transfer.amount, final: true };
    case transferStatus.Declined:
    case transferStatus.Error:
      return { effect: 'nothing', amount: transfer.amount, final: true };
    case transferStatus.Partial: {
      const amount = partOf(transfer, facts) ?? partIn(record, transfer, form);
      return { effect: amount === null ? 'unclear' : 'moves', amount, final: true };
    }
    case transferStatus.Pending:
      // How it ends is not documented: with all of the amount, with a part or with nothing.
      return { effect: 'moves', amount: arrivedPart(transfer, facts) ?? transfer.amount, final: false };
    case null:
    default:
      // A status or an answer nobody knows: it may move and need not. A lost answer may have said Partial.
      return { effect: 'moves', amount: lostPart(transfer, facts) ?? transfer.amount, final: false };
  }
}

function lostPart(transfer: TransferFact, facts: MoneyFacts): number | null {
  return transfer.outcome === 'unknown' ? partOf(transfer, facts) : null;
}

/** The part by which its destination first changed in the same scenario. */
function arrivedPart({ destination, amount, seen }: TransferFact, { readings }: MoneyFacts): number | null {
  const own = readings.filter(({ holder, seen: { scenario } }) => holder === destination && scenario === seen.scenario);
  const before = own.findLast((reading) => reading.seen.order < seen.order);
  const after = own.find(({ seen: { order }, available }) => order > seen.order && available !== before?.available);
  const part = before === undefined || after === undefined ? 0 : after.available - before.available;
  return part > 0 && part < amount ? part : null;
}

function partOf(transfer: TransferFact, facts: MoneyFacts): number | null {
  const up = changeAround(transfer.destination, transfer, facts);
  const down = changeAround(transfer.source, transfer, facts);
  const part = [up, down === null ? null : -down].find((each) => each !== null && each > 0 && each < transfer.amount);
  return part ?? null;
}

/** Change of the available balance between the last read before a call and the first after it. */
function changeAround(holder: HolderId, { seen }: TransferFact, { readings }: MoneyFacts): number | null {
  const own = readings.filter((reading) => reading.holder === holder);
  const before = own.findLast((reading) => reading.seen.to <= seen.from && reading.seen.order < seen.order);
  const after = own.find((reading) => reading.seen.from >= seen.to && reading.seen.order > seen.order);
  return before === undefined || after === undefined ? null : after.available - before.available;
}

function partIn(record: ApiRecord | null, { amount }: TransferFact, form: AmountTextForm | null): number | null {
  const units = record === null ? null : unitsOf(record, form);
  return units !== null && units > 0 && units < amount ? units : null;
}
