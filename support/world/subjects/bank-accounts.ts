import type { Exchange } from '../../trace/exchange.js';
import { answered, at, inWords } from '../../verdict/checks/answer.js';
import type { ScenarioScope } from '../scenario-scope.js';
import { preconditionNotMet } from '../stop-scenario.js';
import type { Cardholders } from './cardholders.js';
import { Remembered } from './remembered.js';

/** A sending bank account. Bounds: name up to 50, number 7 to 34, routing 6 to 12. Source: docs/funding-and-deposits. */
export interface SenderAccount {
  readonly senderAccountName: string;
  readonly senderAccountNumber: string;
  readonly senderRoutingNumber: string;
}

/** What a scenario does with the bank accounts that transfers come from. "The account" is the one made last. */
export class BankAccounts {
  private readonly account = new Remembered<SenderAccount>('a registered bank account');

  constructor(
    private readonly scope: ScenarioScope,
    private readonly cardholders: Cardholders,
  ) {}

  /** The account. */
  get last(): SenderAccount {
    return this.account.get();
  }

  /** A new account with synthetic details of legal length; nobody knows it until it is registered or named. */
  create(): SenderAccount {
    return this.account.keep(this.made());
  }

  /** Registers one more account, which nobody confirms; "the account" stays the one it was. */
  async registerUnconfirmed(): Promise<SenderAccount> {
    const body = { ...this.made() };
    await this.scope.callAccepted('the account to be registered', 'registerBankAccount', { path: this.path, body });
    return body;
  }

  /** Registers the account as the cardholder's. */
  async register(account: SenderAccount): Promise<Exchange> {
    return this.scope.call('registerBankAccount', { path: this.path, body: { ...account } });
  }

  /** Tries to register accounts that are out of bounds in one member. */
  async registerOutOfBounds(member: keyof SenderAccount, lengths: readonly number[]): Promise<readonly Exchange[]> {
    const answers: Exchange[] = [];
    for (const length of lengths) {
      const body = { ...this.create(), [member]: '7'.repeat(length) };
      const why = `${member} of ${String(length)} characters is out of bounds`;
      answers.push(await this.scope.callInvalid('registerBankAccount', { path: this.path, body }, why));
    }
    return answers;
  }

  /** Tries to register accounts that lack one detail each: all three are required. Source: docs/funding-and-deposits. */
  async registerIncomplete(): Promise<readonly Exchange[]> {
    const answers: Exchange[] = [];
    for (const member of Object.keys(this.create())) {
      const body = Object.fromEntries(Object.entries(this.create()).filter(([name]) => name !== member));
      const why = `an account has a ${member}`;
      answers.push(await this.scope.callInvalid('registerBankAccount', { path: this.path, body }, why));
    }
    return answers;
  }

  /** Registers an account and confirms it, as the cardholder would by replying to the SMS. */
  async registerAndConfirm(): Promise<void> {
    const body = { ...this.create() };
    const registered = await this.scope.callAccepted('the account to be registered', 'registerBankAccount', {
      path: this.path,
      body,
    });
    const depositId = at(answered(registered), '/depositId');
    if (typeof depositId !== 'number') throw preconditionNotMet('a registration id', inWords(registered));
    await this.scope.callAccepted('the account to be confirmed', 'simulateBankAccountConfirmation', {
      path: { depositId },
    });
  }

  private made(): SenderAccount {
    this.scope.requireCapability('bankRail');
    const number = String(10_000_000 + Math.floor(this.scope.random() * 89_999_999));
    return {
      senderAccountName: this.scope.nextLabel(),
      senderAccountNumber: `98${number}`,
      senderRoutingNumber: '021000021',
    };
  }

  private get path() {
    return { cardholderId: this.cardholders.id };
  }
}
