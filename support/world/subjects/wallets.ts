import type { Exchange, Json } from '../../trace/exchange.js';
import { answered, asText, at, inWords, items, tookEffect } from '../../verdict/checks/answer.js';
import { transferStatus } from '../../verdict/checks/status-words.js';
import type { ScenarioScope } from '../scenario-scope.js';
import { notApplicable, nothingMade, preconditionNotMet } from '../stop-scenario.js';
import { keepId, Remembered } from './remembered.js';
import { pathOf, shownBy, WalletBalances, type Destination } from './wallet-balances.js';
import { sinceAnswer, WalletMovements } from './wallet-movements.js';

/** The id of no wallet and of no card: the largest number that every platform can read. */
const nobody = 2_147_483_647;

const destinationType = { wallet: 0, card: 1 } as const;

/** What a scenario does with wallets. "The wallet" is the one created last. */
export class Wallets {
  private readonly current = new Remembered<number>('a wallet');
  private readonly transfer = new Remembered<Exchange>('a transfer');
  private readonly asked = new Remembered<number>('a transfer');

  /** Lists of movements. */
  readonly movements: WalletMovements;

  /** What lies in them. */
  readonly balances: WalletBalances;

  constructor(private readonly scope: ScenarioScope) {
    this.movements = new WalletMovements(scope);
    this.balances = new WalletBalances(scope, this.movements);
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

  /** Tries to create a wallet without its one member. Source: docs/accounts-wallets-and-deposit-addresses. */
  async createNameless(): Promise<Exchange> {
    this.scope.requireCapability('wallets');
    return this.scope.callInvalid('createWallet', { body: {} }, 'a wallet has a name');
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

  /** Transfers from the funded wallet; both sides are read before and after it has settled. */
  async transferWatched(
    destination: Destination,
    amount: number,
    details: Readonly<Record<string, Json>> = {},
  ): Promise<void> {
    await this.noteBoth(destination);
    const answer = await this.send(this.fundedId, destination, amount, details);
    await this.settle(answer, destination);
    await this.noteBoth(destination);
    // One that outlasted the wait may be booked between the two looks.
    if (isPending(answer) && !this.balances.areEven(this.fundedId, pathOf(destination)))
      await this.noteBoth(destination);
    await this.balances.lookForOthers(this.fundedId, pathOf(destination));
  }

  /** Tries to transfer from the funded wallet to a wallet or card that does not exist; it is read before and after. */
  async transferToNowhere(amount: number, type: Destination['type'] = 'wallet'): Promise<void> {
    await this.balances.note(this.fundedId);
    await this.send(this.fundedId, { type, id: nobody }, amount);
    await this.balances.note(this.fundedId);
    await this.balances.lookForOthers(this.fundedId, null);
  }

  /** Tries to transfer from the new, empty wallet to the funded one; both are read before and after. */
  async transferFromEmpty(amount: number): Promise<void> {
    await this.balances.note(this.id);
    await this.balances.note(this.fundedId);
    await this.send(this.id, { type: 'wallet', id: this.fundedId }, amount);
    await this.balances.note(this.id);
    await this.balances.note(this.fundedId);
    await this.balances.lookForOthers(this.fundedId, pathOf({ type: 'wallet', id: this.id }));
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

  /** Tries transfers to the new wallet that lack one required member each. Source: docs/guide-transfer-funds. */
  async sendIncomplete(): Promise<readonly Exchange[]> {
    const to = { destinationType: destinationType.wallet, destinationId: this.id };
    const answers: Exchange[] = [];
    for (const member of ['amount', 'destinationId', 'destinationType']) {
      const whole = { sourceWalletId: this.fundedId, ...to, amount: 100, description: this.scope.nextLabel() };
      const body = Object.fromEntries(Object.entries(whole).filter(([name]) => name !== member));
      answers.push(await this.scope.callInvalid('transferFromWallet', { body }, `a transfer has a ${member}`));
    }
    return answers;
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
    return [...this.balances.evidence, this.answer];
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
    const since = sinceAnswer(this.balances.reads[0]?.response ?? null);
    return [page, ...(await this.movements.listPages(this.fundedId, since, shows))];
  }

  /** Lists the movements of the funded wallet in the time of the transfer, since then, and on the day before. */
  async listByTime(): Promise<readonly Exchange[]> {
    const [first, last] = [this.balances.reads[0], this.balances.reads.at(-1)];
    if (first === undefined || last === undefined) throw nothingMade('a transfer');
    return this.movements.listAroundTime(this.fundedId, first, last);
  }

  private async noteBoth(destination: Destination): Promise<void> {
    await this.balances.note(this.fundedId);
    await this.balances.noteDestination(destination);
  }

  /** A pending transfer is followed until the destination has other money to spend; every other status is final. */
  private async settle(answer: Exchange, destination: Destination): Promise<void> {
    if (answer.adopted !== undefined) throw preconditionNotMet('the outcome of the transfer', 'a lost answer');
    if (!isPending(answer)) return;
    const before = shownBy(this.balances.reads.at(-1));
    await this.scope.wait({
      for: 'the pending transfer to settle',
      deadlineSeconds: this.scope.run.target.profile.timing.depositSeconds,
      read: async () => this.balances.noteDestination(destination),
      state: inWords,
      until: (exchange) => shownBy(exchange) !== before,
    });
  }
}

const isPending = (transfer: Exchange): boolean => at(answered(transfer), '/transStatus') === transferStatus.Pending;
