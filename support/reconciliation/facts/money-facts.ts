import type { MinorUnits } from '../../contract/money/minor-units.js';
import type { Amounts, HolderId } from '../holder.js';

/** Where and when in the recording something was seen. */
export interface Sighted {
  readonly exchangeId: string;
  readonly scenario: string | null;
  /** Place of the exchange in the recording, counted from 0. */
  readonly order: number;
  /** Send and last byte, milliseconds of the harness clock. */
  readonly from: number;
  readonly to: number;
  /** The answer's Date header in Unix seconds, which is the target's own clock; null when it names none. */
  readonly targetSeconds: number | null;
}

/** A card or wallet that came into being during the run. */
export interface Opening {
  readonly holder: HolderId;
  /** The cardholder of a card; null for a wallet. */
  readonly cardholderId: string | null;
  readonly seen: Sighted;
}

/** Both balances of a holder as the API showed them. */
export interface Reading extends Amounts {
  readonly holder: HolderId;
  readonly seen: Sighted;
}

/** What became of a call that moves money, as far as its own answer says. `unknown` when no answer decides. */
export type CallOutcome = 'accepted' | 'refused' | 'unknown';

/** A sending account a cardholder registered. Source: docs/funding-and-deposits. */
export interface Registration {
  readonly cardholderId: string;
  /** Masked label of the account. */
  readonly sender: string;
  /** The depositId of the answer; null when it named none. */
  readonly depositId: string | null;
  /** True once its confirmation was simulated; a person's reply by SMS leaves no trace in the traffic. */
  readonly confirmed: boolean;
}

/** A simulated deposit on one of the two rails. */
export interface DepositFact {
  readonly rail: 'crypto' | 'bank';
  readonly holder: HolderId;
  readonly amount: MinorUnits;
  /** Asset of a crypto deposit in upper case; empty on the bank rail. */
  readonly asset: string;
  /** Masked label of the sending account and the reference as sent; empty on the crypto rail. */
  readonly sender: string;
  readonly reference: string;
  readonly outcome: CallOutcome;
  readonly seen: Sighted;
}

/** A trace notification of a bank transfer that names its amount. */
export interface NoticeFact {
  readonly holder: HolderId;
  readonly amount: MinorUnits;
  readonly outcome: CallOutcome;
  readonly seen: Sighted;
}

/** A simulated purchase. */
export interface SpendFact {
  readonly holder: HolderId;
  readonly amount: MinorUnits;
  readonly merchantName: string;
  /** ISO 4217 code of the merchant; null for the Program's own. */
  readonly merchantCurrency: string | null;
  /** What the call asked for. */
  readonly wanted: 'approve' | 'decline';
  readonly outcome: CallOutcome;
  readonly seen: Sighted;
}

/** A transfer from a wallet. */
export interface TransferFact {
  readonly source: HolderId;
  readonly destination: HolderId;
  readonly amount: MinorUnits;
  readonly description: string;
  readonly outcome: CallOutcome;
  /** As text: it is a number here and a text elsewhere (E-19). Null when no answer named it. */
  readonly transId: string | null;
  /** transStatus of the answer; null when no answer named it. */
  readonly status: number | null;
  readonly seen: Sighted;
}

/** The state of a card as it was read. */
export interface CardState {
  readonly holder: HolderId;
  readonly issuerCardStatus: number;
  readonly seen: Sighted;
}
