import { amountTextForm, type AmountTextForm } from '../contract/money/amount-text.js';
import { fromDecimal } from '../contract/money/decimal-amount.js';
import { fromDecimalImplied, type MinorUnits } from '../contract/money/minor-units.js';
import type { ApiRecord } from './facts/data-set.js';
import type { MoneyFacts } from './facts/facts-collector.js';
import type { SpendFact } from './facts/money-facts.js';

/**
 * The form of amounts that the API types as text, as one run established it. The vendor calls the question open (U-06,
 * docs/accounts-wallets-and-deposit-addresses), so it is never assumed.
 */
export interface PinnedForm {
  /** Null when nothing in the run proves a form: then text amounts stay unread and differences undetermined. */
  readonly form: AmountTextForm | null;
  /**
   * `known-amount`: an amount the run itself had named was read again. `decimal-point`: a text with a decimal point,
   * which a whole number of minor units cannot have.
   */
  readonly proof: 'known-amount' | 'decimal-point' | null;
  /** The call that named the amount and the list that showed it again; the list alone for a decimal point. */
  readonly exchangeIds: readonly string[];
  /** The text that proves it, and the amount it is, minor units; null without a proof. */
  readonly text: string | null;
  readonly amount: MinorUnits | null;
}

const forms: readonly AmountTextForm[] = ['literal', 'decimal-implied'];

const unresolved: PinnedForm = { form: null, proof: null, exchangeIds: [], text: null, amount: null };

/** Resolves the form once, from the first purchase whose amount reads as it in exactly one of the two forms. */
export function pinAmountForm({ records, spends }: Pick<MoneyFacts, 'records' | 'spends'>): PinnedForm {
  const texts = records.filter((record) => typeof record.amount === 'string' && record.amount !== '');
  for (const record of texts.filter(({ dataSet }) => dataSet === 'card-transactions')) {
    const proven = forms.flatMap((form) => {
      const spend = spendReadAs(record, form, spends);
      return spend === undefined ? [] : [{ form, spend }];
    });
    const [only, ...others] = proven;
    if (only === undefined || others.length > 0) continue;
    const exchangeIds = [only.spend.seen.exchangeId, record.seen.exchangeId];
    const { amount } = only.spend;
    return { form: only.form, proof: 'known-amount', exchangeIds, text: String(record.amount), amount };
  }
  const pointed = texts.find(({ amount }) => amountTextForm(String(amount)) === 'literal');
  if (pointed === undefined) return unresolved;
  const text = String(pointed.amount);
  const exchangeIds = [pointed.seen.exchangeId];
  return { form: 'literal', proof: 'decimal-point', exchangeIds, text, amount: textUnits(text, 'literal') };
}

function spendReadAs(record: ApiRecord, form: AmountTextForm, spends: readonly SpendFact[]): SpendFact | undefined {
  const units = textUnits(String(record.amount), form);
  return spends.find(
    ({ holder, amount, seen }) => record.holders.includes(holder) && amount === units && seen.order < record.seen.order,
  );
}

/**
 * An amount of a record in minor units, without its sign: whether purchases and fees have one is not documented. Null for
 * a text of another form than the pinned one, or while none is pinned.
 */
export function unitsOf({ amount }: Pick<ApiRecord, 'amount'>, form: AmountTextForm | null): MinorUnits | null {
  if (typeof amount === 'number') return Number.isSafeInteger(amount) ? Math.abs(amount) : null;
  return form === null ? null : textUnits(amount, form);
}

function textUnits(text: string, form: AmountTextForm): MinorUnits | null {
  switch (form) {
    case 'literal':
      return amountTextForm(text) === undefined ? null : Math.abs(fromDecimal(text));
    case 'decimal-implied':
      return amountTextForm(text) === form ? Math.abs(fromDecimalImplied(Number(text))) : null;
    default:
      return form satisfies never;
  }
}
