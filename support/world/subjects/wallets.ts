import type { Exchange, Json } from '../../trace/exchange.js';
import { answered, asText, at, inWords, isAccepted, items, tookEffect } from '../../verdict/checks/answer.js';
import { balancesOf } from '../../verdict/checks/evaluators/balances.js';
import { riseOf } from '../../verdict/checks/evaluators/shown-balance.js';
import { transferStatus } from '../../verdict/checks/status-words.js';
import type { ScenarioScope } from '../scenario-scope.js';
import { notApplicable, nothingMade, preconditionNotMet } from '../stop-scenario.js';
import type { Window } from './windows.js';
import { keepId, Remembered } from './remembered.js';
import { sinceAnswer, WalletMovements } from './wallet-movements.js';

/** Where money goes to. Values as documented for `destinationType`. Source: docs/guide-transfer-funds. */
export interface Destination {
  readonly type: 'wallet' | 'card';
  readonly id: number;
}

/** The id of no wallet: the largest number that every platform can read. */
const noWallet = 2_147_483_647;

const destinationType = { wallet: 0, card: 1 } as const;

/** What a scenario does with wallets. "The wallet" is the one created last. */
export class Wallets {
  private readonly current = new Remembered<number>('a wallet');
  private readonly transfer = new Remembered<Exchange>('a transfer');
  private readonly asked = new Remembered<number>('a transfer');
  private readonly looked = new Remembered<Partial<Window>>('the time of the first look at a wallet');
  /** Every read of a balance, in order: source and destination before and after. */
  readonly reads: Exchange[] = [];
  /** Movements of the funded wallet, read where its balance moved otherwise than by our own transfer. */
  private readonly others: Exchange[] = [];

  /** Lists of movements. */
  readonly movements: WalletMovements;

  constructor(private readonly scope: ScenarioScope) {
    this.movements = new WalletMovements(scope);
  }

  /** The wallet's id. */
  get id(): number {
    return this.current.get();
  }

  /** The wallet that already holds money, from the profile. */
  get fundedId(): number {
    this.scope.requireCapability('wallets');
    const { fundedWalletId } = this.scope.run.target.profile;
    if (fundedWalletId === null) throw notApplicable('the profile names no wallet that holds money (fundedWalletId)');
    return fundedWalletId;
  }

  /** The last transfer's answer. */
  get answer(): Exchange {
    return this.transfer.get();
  }

  /** The last transfer's id as text; it is an integer here and text elsewhere (E-19). */
  get transId(): string {
    return asText(at(answered(this.answer), '/transId'));
  }

  /** The amount asked for last, minor units. */
  get amount(): number {
    return this.asked.get();
  }

  /** Creates a wallet named after the run; keeps it when the target accepts it. */
  async create(): Promise<Exchange> {
    this.scope.requireCapability('wallets');
    const exchange = await this.scope.call('createWallet', { body: { name: this.scope.nextLabel() } });
    const id = at(answered(exchange), '/walletId');
    keepId(this.current, id, exchange);
    return exchange;
  }

  /** Brings about a wallet. */
  async bringAbout(): Promise<void> {
    const exchange = await this.create();
    if (!tookEffect(exchange)) throw preconditionNotMet('a new wallet', inWords(exchange));
  }

  /** Reads a wallet. */
  async read(walletId: number): Promise<Exchange> {
    return this.scope.call('getWallet', { path: { walletId } });
  }

  /** Reads a wallet's balance and keeps the read: the wallet, or, where it shows none, its movements (E-16). */
  async readBalance(walletId: number): Promise<Exchange> {
    const wallet = await this.read(walletId);
    const silent = isAccepted(wallet) && balancesOf(wallet) === undefined;
    const exchange = silent ? await this.movementsSince(walletId, wallet) : wallet;
    this.reads.push(exchange);
    return exchange;
  }

  /** The movements since the scenario's first look at a wallet, by the target's own clock; older ones change nothing. */
  private async movementsSince(walletId: number, { response }: Exchange): Promise<Exchange> {
    const since = this.looked.peek() ?? this.looked.keep(sinceAnswer(response));
    return this.movements.list(walletId, since);
  }

  /** Reads a destination's balances and keeps the read. */
  async readDestination({ type, id }: Destination): Promise<Exchange> {
    if (type === 'wallet') return this.readBalance(id);
    const exchange = await this.scope.call('getCardBalance', { path: { cardId: id } });
    this.reads.push(exchange);
    return exchange;
  }

  /** Transfers from the funded wallet; both sides are read before and after it has settled. */
  async transferWatched(
    destination: Destination,
    amount: number,
    details: Readonly<Record<string, Json>> = {},
  ): Promise<void> {
    await this.readBalance(this.fundedId);
    await this.readDestination(destination);
    const answer = await this.send(this.fundedId, destination, amount, details);
    await this.settle(answer, destination);
    await this.readBalance(this.fundedId);
    await this.readDestination(destination);
    await this.lookForOthers(pathOf(destination));
  }

  /** Tries to transfer from the funded wallet to a wallet that does not exist; it is read before and after. */
  async transferToNowhere(amount: number): Promise<void> {
    await this.readBalance(this.fundedId);
    await this.send(this.fundedId, { type: 'wallet', id: noWallet }, amount);
    await this.readBalance(this.fundedId);
    await this.lookForOthers(null);
  }

  /** Tries to transfer from the new, empty wallet to the funded one; both are read before and after. */
  async transferFromEmpty(amount: number): Promise<void> {
    await this.readBalance(this.id);
    await this.readBalance(this.fundedId);
    await this.send(this.id, { type: 'wallet', id: this.fundedId }, amount);
    await this.readBalance(this.id);
    await this.readBalance(this.fundedId);
    await this.lookForOthers(pathOf({ type: 'wallet', id: this.id }));
  }

  /**
   * Tries a transfer that names a card where the source wallet belongs. The wallet member is left out, so that no wallet
   * with the card's number can be meant by accident. Source: docs/accounts-wallets-and-deposit-addresses.
   */
  async sendFromCard(cardId: number, amount: number): Promise<Exchange> {
    const body = { sourceCardId: cardId, destinationType: destinationType.wallet, destinationId: this.id, amount };
    return this.scope.callInvalid('transferFromWallet', { body }, 'a card is never the source of a transfer');
  }

  /** Tries a transfer of less than nothing to a card: whoever books it takes money from the card. */
  async sendNegative(cardId: number, amount: number): Promise<Exchange> {
    const to = { destinationType: destinationType.card, destinationId: cardId };
    const body = { sourceWalletId: this.fundedId, ...to, amount: -amount, description: this.scope.nextLabel() };
    return this.scope.callInvalid('transferFromWallet', { body }, 'no transfer moves less than nothing');
  }

  /** What a check on moved money needs to know. */
  sides(source: number, destination: Destination): Readonly<Record<string, Json>> {
    return {
      amount: this.amount,
      source: pathOf({ type: 'wallet', id: source }),
      destination: pathOf(destination),
    };
  }

  /** The funded wallet, for a check on it alone. */
  get funded(): Readonly<Record<string, Json>> {
    return { source: pathOf({ type: 'wallet', id: this.fundedId }) };
  }

  /** The transfer's answer with every read of a balance around it, and the movements of others where they were looked for. */
  get evidence(): readonly Exchange[] {
    return [...this.reads, ...this.others, this.answer];
  }

  /** Transfers and keeps the answer. */
  async send(
    sourceWalletId: number,
    { type, id }: Destination,
    amount: number,
    details: Readonly<Record<string, Json>> = {},
  ): Promise<Exchange> {
    this.asked.keep(amount);
    const body = { sourceWalletId, destinationType: destinationType[type], destinationId: id, amount };
    const words = asText(details['description'] ?? '');
    const description = `${words} ${this.scope.nextLabel()}`.trim();
    const labelled = { ...body, ...details, description };
    return this.transfer.keep(await this.scope.call('transferFromWallet', { body: labelled }));
  }

  /**
   * Lists the movements of the funded wallet as a client does. Where the transfer is not among them, those since the scenario's first
   * look follow, page by page, to the transfer or to the end: others use the wallet too, and which come first is not documented.
   */
  async listToTransfer(): Promise<readonly Exchange[]> {
    const shows = (page: Exchange): boolean =>
      items(page)?.some((item) => asText(at(item, '/transId')) === this.transId) ?? false;
    const page = await this.movements.list(this.fundedId);
    if (shows(page)) return [page];
    const since = sinceAnswer(this.reads[0]?.response ?? null);
    return [page, ...(await this.movements.listPages(this.fundedId, since, shows))];
  }

  /** Lists the movements of the funded wallet in the time of the transfer, since then, and on the day before. */
  async listByTime(): Promise<readonly Exchange[]> {
    const [first, last] = [this.reads[0], this.reads.at(-1)];
    if (first === undefined || last === undefined) throw nothingMade('a transfer');
    return this.movements.listAroundTime(this.fundedId, first, last);
  }

  /**
   * Lists the movements of the funded wallet where one of its balances did not move by the opposite of the other side's: others may
   * use the wallet, and what they sent before may settle meanwhile. `other` is the path of the other side, null where there is
   * none.
   */
  private async lookForOthers(other: string | null): Promise<void> {
    // A wallet that shows no balance is read by its movements alone: they are there.
    if (this.reads.some(({ operationId }) => operationId === 'listWalletTransactions')) return;
    const own = pathOf({ type: 'wallet', id: this.fundedId });
    const isEven = (['ledger', 'available'] as const).every((book) => {
      const [rise, opposite] = [riseOf(this.reads, own, book), other === null ? 0 : riseOf(this.reads, other, book)];
      return rise === undefined || opposite === undefined || rise + opposite === 0;
    });
    if (isEven) return;
    const { depositSeconds } = this.scope.run.target.profile.timing;
    const since = sinceAnswer(this.reads[0]?.response ?? null, depositSeconds);
    this.others.push(...(await this.movements.listPages(this.fundedId, since)));
  }

  /** A pending transfer is followed until the destination has other money to spend; every other status is final. */
  private async settle(answer: Exchange, destination: Destination): Promise<void> {
    if (answer.adopted !== undefined) throw preconditionNotMet('the outcome of the transfer', 'a lost answer');
    if (at(answered(answer), '/transStatus') !== transferStatus.Pending) return;
    const before = shownBy(this.reads.at(-1));
    await this.scope.wait({
      for: 'the pending transfer to settle',
      deadlineSeconds: this.scope.run.target.profile.timing.depositSeconds,
      read: async () => this.readDestination(destination),
      state: inWords,
      until: (exchange) => shownBy(exchange) !== before,
    });
  }
}

/** What a read shows of money to spend; anything else in it, such as the time of the read, may change by itself. */
function shownBy(read: Exchange | undefined): string {
  return JSON.stringify(read === undefined ? null : (balancesOf(read)?.available ?? items(read) ?? null));
}

function pathOf({ type, id }: Destination): string {
  return type === 'wallet' ? `/wallets/${String(id)}` : `/cards/${String(id)}/balance`;
}
