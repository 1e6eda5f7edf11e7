import type { InputOf } from '../../client/typed-call.js';
import type { Exchange, Json } from '../../trace/exchange.js';
import { toDecimal } from '../../contract/money/decimal-amount.js';
import { balancesOf } from '../../verdict/checks/evaluators/balances-of.js';
import type { ScenarioScope } from '../scenario-scope.js';
import { BalanceWatch } from './balance-watch.js';
import { BankAccounts } from './bank-accounts.js';
import type { Cardholders } from './cardholders.js';
import type { Cards } from './cards.js';
import { Remembered } from './remembered.js';

type BankTransfer = InputOf<'simulateBankDeposit'>['body'];

/** One particular of a transfer, as a ticket names it. */
export interface Particular {
  readonly name: string;
  readonly text: string;
}

/** What a scenario does with deposits by blockchain and by bank. */
export class Deposits {
  private readonly watched = new Remembered<BalanceWatch>('a watched balance');
  private readonly control = new Remembered<BalanceWatch>('the balance of another card');
  private readonly sent = new Remembered<number>('a deposit');
  private readonly lost = new Remembered<readonly Particular[]>('a transfer that matches nothing');

  /** The accounts that transfers are sent from. */
  readonly accounts: BankAccounts;

  constructor(
    private readonly scope: ScenarioScope,
    cardholders: Cardholders,
    private readonly cards: Cards,
  ) {
    this.accounts = new BankAccounts(scope, cardholders);
  }

  /** The watched balance. */
  get watch(): BalanceWatch {
    return this.watched.get();
  }

  /** Amount of the deposit sent last, minor units. */
  get amount(): number {
    return this.sent.get();
  }

  /**
   * The reads of the watched card, and the list of its fees where less was credited than sent: an off-ramp may cost a fee.
   * Source: docs/guide-reconcile-transactions-and-fees.
   */
  async creditReads(): Promise<readonly Exchange[]> {
    const { reads } = this.watch;
    const seen = reads.map(balancesOf).filter((balances) => balances !== undefined);
    const rise = (seen.at(-1)?.available ?? 0) - (seen[0]?.available ?? 0);
    if (rise <= 0 || rise >= this.amount) return reads;
    return [...reads, await this.scope.call('listCardFees', { query: { cardId: this.cards.id } })];
  }

  /** Starts watching the card's balances with a first read. */
  async watchCard(): Promise<void> {
    await this.watched.keep(this.watchOf('the card')).note();
  }

  /** Starts watching a wallet's balances with a first read. */
  async watchWallet(read: () => Promise<Exchange>): Promise<void> {
    this.scope.requireCapability('bankRail');
    await this.watched.keep(new BalanceWatch(this.scope, read, 'the wallet')).note();
  }

  /**
   * Sends a matched transfer to another Active card of the cardholder and waits until it is credited; then looks at the
   * watched card once more. What was sent to that one before had its time.
   */
  async creditAnotherCard(amount: number): Promise<void> {
    await this.cards.issueIn('virtual', 'Active');
    const control = this.control.keep(this.watchOf('another card'));
    await control.note();
    await this.sendBank(amount);
    await control.awaitRise(amount);
    await this.watch.note();
  }

  /** The reads of the watched card and of the other one, with what a check needs to tell them apart. */
  get beside(): { readonly reads: readonly Exchange[]; readonly sides: Readonly<Record<string, Json>> } {
    const [held, control] = [this.watch.reads, this.control.get().reads];
    const pathOf = (reads: readonly Exchange[]) => reads[0]?.request.path ?? '';
    const sides = { held: pathOf(held), control: pathOf(control), controlAmount: this.amount };
    return { reads: [...held, ...control], sides };
  }

  /** A watch that stays with the card, whichever is "the card" later. */
  private watchOf(what: string): BalanceWatch {
    const { id } = this.cards;
    return new BalanceWatch(this.scope, async () => this.cards.readBalance(id), what);
  }

  /** Sends a digital-asset deposit to the card, minor units of the Program's currency. */
  async sendCrypto(chain: string, asset: string, amount: number): Promise<void> {
    this.scope.requireCapability('cryptoRail');
    this.sent.keep(amount);
    const path = { cardId: this.cards.id };
    const body = { chain, asset, amount: toDecimal(amount) };
    await this.scope.callAccepted('the deposit to be simulated', 'simulateCryptoDeposit', { path, body });
  }

  /** Sends a bank transfer to the card from the registered account, referring to the card unless told otherwise. */
  async sendBank(amount: number, deviation: Partial<BankTransfer> = {}): Promise<Exchange> {
    this.sent.keep(amount);
    const { senderAccountNumber } = this.accounts.last;
    const cardId = this.cards.id;
    const matched = { cardId, amount: toDecimal(amount), senderAccountNumber, reference: referenceTo(cardId) };
    const body = { ...matched, ...deviation };
    return this.scope.callAccepted('the transfer to be simulated', 'simulateBankDeposit', { body });
  }

  /** Sends a bank transfer that matches nothing and keeps its particulars. Source: docs/funding-and-deposits. */
  async sendUnmatched(amount: number, deviation: Partial<BankTransfer>): Promise<void> {
    const sent = await this.sendBank(amount, deviation);
    const { senderAccountNumber = this.accounts.last.senderAccountNumber } = deviation;
    const { reference = referenceTo(this.cards.id) } = deviation;
    this.lost.keep([
      { name: 'amount', text: toDecimal(amount) },
      { name: 'currency', text: this.scope.run.target.profile.currency },
      { name: 'date', text: dayOf(sent) },
      { name: 'sender', text: `account ending ${senderAccountNumber.slice(-4)}` },
      { name: 'reference', text: reference },
      { name: 'expected destination', text: `card ${String(this.cards.id)}` },
    ]);
  }

  /** The particulars of the transfer that matched nothing. */
  get unmatched(): readonly Particular[] {
    return this.lost.get();
  }

  /** Announces a transfer to the card, with or without particulars. */
  async announceToCard(particulars: Readonly<Record<string, Json>>): Promise<Exchange> {
    this.scope.requireCapability('bankRail');
    return this.scope.call('notifyCardBankDeposit', { path: { cardId: this.cards.id }, body: particulars });
  }

  /** Announces a transfer to a wallet, with or without particulars. */
  async announceToWallet(walletId: number, particulars: Readonly<Record<string, Json>>): Promise<Exchange> {
    this.scope.requireCapability('bankRail');
    return this.scope.call('notifyWalletBankDeposit', { path: { walletId }, body: particulars });
  }

  /** Full particulars of a transfer that is on its way. */
  particulars(): Readonly<Record<string, Json>> {
    return { transactionAmount: 1000, transactionReference: this.scope.nextLabel(), ...this.accounts.create() };
  }
}

/** The reference that makes a transfer match a card. Source: docs/guide-fund-a-card-via-bank-transfer. */
function referenceTo(cardId: number): string {
  return `CARD ${String(cardId)}`;
}

/** The day of an exchange by the target's own clock, or by ours where it names none; YYYY-MM-DD. */
function dayOf({ response, startedAt }: Exchange): string {
  const named = Date.parse(response?.headers['date'] ?? '');
  return (Number.isNaN(named) ? startedAt : new Date(named).toISOString()).slice(0, 10);
}
