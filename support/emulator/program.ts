import type { Capabilities } from '../config/profile.js';
import type { LifecycleName } from '../lifecycle/lifecycle.js';
import type { StateMachine } from '../lifecycle/state-machine.js';
import type { Card } from './cards/card.js';
import type { Cardholder } from './cardholders/cardholder.js';
import type { BankAccount, Deposit } from './deposits/deposit.js';
import type { Ids } from './seed/ids.js';
import type { Random } from './seed/random.js';
import type { Vault } from './seed/vault.js';
import type { Collection } from './store/collection.js';
import type { Challenge, Listener } from './three-d-secure/listener.js';
import type { Callbacks } from './three-d-secure/callbacks.js';
import type { Ticket } from './tickets/ticket.js';
import type { Schedule } from './timing/schedule.js';
import type { Fee, Transaction } from './transactions/transaction.js';
import type { Wallet, WalletMovement } from './wallets/wallet.js';
import type { Booking } from './deposits/booking.js';

/** What is configured for a Program; never changes while the emulator runs. */
export interface ProgramSettings {
  readonly tenant: string;
  readonly name: string;
  readonly programId: number;
  /** Currency enumeration value of the API. */
  readonly currency: number;
  /** ISO 4217 code of the same currency. */
  readonly currencyCode: string;
  /** Ceiling per transaction, minor units. */
  readonly transactionLimit: number;
  readonly capabilities: Capabilities;
  /** designStatus by slot 0..5; null for an empty slot. Source: docs/card-programs-and-designs. */
  readonly designs: readonly (DesignStatus | null)[];
}

/** Approval of a card design. */
export type DesignStatus = 'pending' | 'approved' | 'rejected';

/** Everything that exists in one Program. Nothing in it is reachable from another Program. */
export interface Store {
  readonly cardholders: Collection<number, Cardholder>;
  readonly cards: Collection<number, Card>;
  readonly bankAccounts: Collection<number, BankAccount>;
  readonly deposits: Collection<number, Deposit>;
  readonly wallets: Collection<number, Wallet>;
  readonly walletMovements: Collection<number, WalletMovement>;
  readonly transactions: Collection<string, Transaction>;
  readonly fees: Collection<number, Fee>;
  readonly listeners: Collection<string, Listener>;
  readonly challenges: Collection<number, Challenge>;
  readonly tickets: Collection<number, Ticket>;
}

/** What all Programs of one emulator share. */
export interface Platform {
  readonly machines: Readonly<Record<LifecycleName, StateMachine>>;
  readonly book: Bookkeeping;
  readonly schedule: Schedule;
  readonly random: Random;
  readonly ids: Ids;
  readonly vault: Vault;
  readonly callbacks: Callbacks;
}

/** A Program as a handler sees it. */
export interface Program {
  readonly settings: ProgramSettings;
  readonly store: Store;
  readonly platform: Platform;
}

/** What is really posted for a booking: the booking itself and nothing else, unless a fault is planted. */
export type Bookkeeping = (booking: Booking, program: Program) => readonly Booking[];
