import type { CardData } from '../seed/card-number.js';
import type { CryptoAddress } from '../seed/crypto-addresses.js';
import type { Account } from '../money/account.js';

/** Contact members of a card; each falls back to the cardholder's. Source: docs/guide-issue-a-virtual-card. */
export const contactMembers = ['callingCode', 'countryCallingCode', 'phoneNum', 'cellNum', 'emailAdr'] as const;

/** Contact members that were given for the card itself. */
export type Contact = Readonly<Partial<Record<(typeof contactMembers)[number], string>>>;

/** A card with its account. `data` and `pin` are card data: they leave only through getCardDetails, the PIN never. */
export interface Card {
  readonly id: number;
  readonly cardholderId: number;
  readonly kind: 'virtual' | 'physical';
  /** Design slot of a physical card, null for a virtual one. */
  readonly slot: number | null;
  /** State name of the card lifecycle. */
  readonly state: string;
  readonly nameOnCard: string;
  readonly alias: string | null;
  readonly contact: Contact;
  /** Minor units; null inherits the cardholder's. */
  readonly transactionLimit: number | null;
  readonly data: CardData;
  /** Four digits. At first the PAN's last four. Source: reference/put_cards-cardid-pin. */
  readonly pin: string;
  readonly addresses: readonly CryptoAddress[];
  readonly account: Account;
  /** Emulated milliseconds. */
  readonly createdAt: number;
}
