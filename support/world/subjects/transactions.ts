import type { InputOf } from '../../client/typed-call.js';
import type { Exchange } from '../../trace/exchange.js';
import { toDecimal } from '../../contract/money/decimal-amount.js';
import { asText, at, isRefused, items } from '../../verdict/checks/answer.js';
import { transactionStatus } from '../../verdict/checks/status-words.js';
import { readPages } from '../read-pages.js';
import type { ScenarioScope } from '../scenario-scope.js';
import type { Cards } from './cards.js';
import type { Window } from './windows.js';

type Purchase = InputOf<'simulateCardSpend'>['body'];

/** What a scenario does with purchases, fees and the lists they stand in. */
export class Transactions {
  constructor(
    private readonly scope: ScenarioScope,
    private readonly cards: Cards,
  ) {}

  /** Simulates a purchase in the Program's currency, minor units. */
  async spend(amount: number, details: Partial<Purchase> = {}): Promise<void> {
    const path = { cardId: this.cards.id };
    const defaults: Purchase = { amount: toDecimal(amount), merchantName: 'Certification Shop', outcome: 'approve' };
    const body = { ...defaults, ...details };
    await this.scope.callAccepted('the purchase to be simulated', 'simulateCardSpend', { path, body });
  }

  /** Simulates a purchase in another currency than the Program's. */
  async spendAbroad(amount: number): Promise<void> {
    const merchantCurrency = this.scope.run.target.profile.currency === 'EUR' ? 'USD' : 'EUR';
    // Another figure, so that a list in the merchant's currency is not one in the Program's.
    await this.spend(amount, { merchantCurrency, merchantAmount: toDecimal(2 * amount) });
  }

  /** Simulates a purchase that is declined. */
  async spendDeclined(amount: number): Promise<void> {
    await this.spend(amount, { outcome: 'decline' });
  }

  /** Simulates a purchase that the card should not allow: the simulation may refuse it, or it is listed as declined. */
  async spendAllTheSame(amount: number): Promise<void> {
    const body: Purchase = { amount: toDecimal(amount), merchantName: 'Certification Shop', outcome: 'approve' };
    const answer = await this.scope.call('simulateCardSpend', { path: { cardId: this.cards.id }, body });
    if (!isRefused(answer)) await this.awaitListed(1);
  }

  /** Polls the card's purchases until as many are listed and none of them is pending; gives the last list. */
  async awaitListed(count: number): Promise<Exchange> {
    const waited = await this.scope.wait({
      for: `${String(count)} purchase(s) to be listed and cleared`,
      deadlineSeconds: this.scope.run.target.profile.timing.depositSeconds,
      read: async () => this.list(),
      state: (exchange) => `${String(items(exchange)?.length ?? 0)} listed`,
      until: (exchange) => {
        const list = items(exchange) ?? [];
        const pending = list.some((item) => at(item, '/transStatus') === transactionStatus.Pending);
        return list.length >= count && !pending;
      },
    });
    const final = waited.exchanges.at(-1);
    if (final === undefined) throw new Error('a wait reads at least once');
    return final;
  }

  /**
   * Polls the card's fees until as many are listed: no page says that a fee is there as soon as its purchase. A platform that lists
   * none is not waited for as long as for a deposit.
   */
  async awaitFees(count: number): Promise<void> {
    await this.scope.wait({
      for: `${String(count)} fee(s) to be listed`,
      deadlineSeconds: this.scope.run.target.profile.timing.depositSeconds / 4,
      read: async () => this.listFees(),
      state: (exchange) => `${String(items(exchange)?.length ?? 0)} listed`,
      until: (exchange) => (items(exchange)?.length ?? 0) >= count,
    });
  }

  /** Where a list shows no status, the card's declined purchases: transStatus is documented as a filter. Else nothing. */
  async declinedUnlessShown(list: Exchange): Promise<readonly Exchange[]> {
    const shown = (items(list) ?? []).every((item) => at(item, '/transStatus') !== undefined);
    return shown ? [] : [await this.list({ transStatus: transactionStatus.Declined })];
  }

  /** Lists the card's purchases. */
  async list(page: Readonly<Record<string, number>> | Window = {}): Promise<Exchange> {
    return this.scope.call('listCardTransactions', { query: { cardId: this.cards.id, ...page } });
  }

  /**
   * Lists the card's purchases, and then those by each status, by the first one's number and in both orders of creation; the cardholder's
   * purchases, and fees, which invariants look at. Source: reference/get_cards-transactions, docs/guide-reconcile-transactions-and-fees.
   */
  async listInEveryWay(cardholderId: number): Promise<readonly Exchange[]> {
    const all = await this.list();
    const transId = asText(at((items(all) ?? [])[0] ?? null, '/transId'));
    const cardId = this.cards.id;
    const answers = [all];
    for (const transStatus of Object.values(transactionStatus)) answers.push(await this.list({ transStatus }));
    for (const sort of ['asc', 'desc'] as const)
      answers.push(await this.scope.call('listCardTransactions', { query: { cardId, orderBy: 'dateCreated', sort } }));
    answers.push(await this.scope.call('listCardTransactions', { query: { cardId, transId } }));
    answers.push(await this.scope.call('listCardTransactions', { query: { cardholderId } }));
    await this.scope.call('listCardFees', { query: { cardholderId } });
    return answers;
  }

  /** Asks for one item more than a page may hold; whether that is refused or clamped is not documented. */
  async listTooLong(): Promise<Exchange> {
    const query = { cardId: this.cards.id, limit: 201 };
    return this.scope.callInvalid('listCardTransactions', { query }, 'a limit above 200');
  }

  /** Lists the card's fees. */
  async listFees(page: Readonly<Record<string, number>> | Partial<Window> = {}): Promise<Exchange> {
    return this.scope.call('listCardFees', { query: { cardId: this.cards.id, ...page } });
  }

  /** Lists the card's purchases and its fees in each of these windows. */
  async listIn(windows: readonly Window[]): Promise<readonly Exchange[]> {
    const lists: Exchange[] = [];
    for (const window of windows) lists.push(await this.list(window), await this.listFees(window));
    return lists;
  }

  /** Reads the card's purchases page by page until a page is not full. */
  async listByPages(limit: number): Promise<readonly Exchange[]> {
    return readPages(limit, async (page) => this.list(page));
  }
  /** Reads the card's fees page by page until a page is not full. */
  async listFeesByPages(limit: number): Promise<readonly Exchange[]> {
    return readPages(limit, async (page) => this.listFees(page));
  }
}
