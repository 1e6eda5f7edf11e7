import type { ObjectKind } from '../../contract/object-kinds.js';

/** What is known about objects of one kind that a run made. */
export interface LeftoverKind {
  /** Member of the creating answer that holds the id. */
  readonly idMember: string;
  /** Why objects of this kind stay. */
  readonly why: string;
  /** What a person can do about them. */
  readonly next: string;
  /** Vendor's page behind it. */
  readonly source: string;
}

/**
 * The kinds of objects and why each stays; a kind the contract gains must be added here to compile. Listeners are the
 * only thing a call removes, and its path is assumed.
 */
export const leftoverKinds: Readonly<Record<ObjectKind, LeftoverKind>> = {
  cardholder: {
    idMember: 'cardholderId',
    why: 'A status "Deleted" is documented, a call that leads there is not.',
    next: 'Leave them, or ask for their deletion by support ticket with these ids.',
    source: 'docs/cardholders-and-compliance',
  },
  card: {
    idMember: 'cardId',
    why: 'A card is closed by support ticket only.',
    next: 'Raise one ticket that asks to close the cards with these ids.',
    source: 'docs/guide-manage-card-lifecycle',
  },
  wallet: {
    idMember: 'walletId',
    why: 'No call that closes a wallet is documented.',
    next: 'Leave them, or move what they hold and ask for their closing by support ticket.',
    source: 'docs/guide-create-and-manage-wallets',
  },
  transfer: {
    idMember: 'transId',
    why: 'A transfer is a record of the ledger; it cannot be taken back by a call.',
    next: 'Nothing; a transfer the other way would be one more record.',
    source: 'docs/guide-transfer-funds',
  },
  'bank-account': {
    idMember: 'depositId',
    why: 'No call that removes a registered bank account is documented.',
    next: 'Leave them, or ask for their removal by support ticket with these ids.',
    source: 'reference/post_cardholders-cardholderid-register-bank-account',
  },
  'wallet-address': {
    idMember: 'depositId',
    why: 'No call that removes a registered sender address is documented.',
    next: 'Leave them, or ask for their removal by support ticket with these ids.',
    source: 'reference/post_cardholders-cardholderid-register-wallet-address',
  },
  'deposit-notice': {
    idMember: 'depositId',
    why: 'No call that withdraws the notice of a deposit is documented.',
    next: 'Tell whoever reconciles deposits that nothing will arrive for these.',
    source: 'docs/funding-and-deposits',
  },
  'otp-listener': {
    idMember: 'token',
    why: 'The end of the subscription was not asked for or not confirmed; the call for it is an assumption of ours.',
    next: 'End them by the call your platform contact names; the run log shows what was answered to ours.',
    source: 'docs/guide-3ds-otp-setup',
  },
  ticket: {
    idMember: 'ticketId',
    why: 'No call that withdraws a ticket is documented.',
    next: 'Tell the platform that the tickets with these ids come from a certification run and need no answer.',
    source: 'docs/funding-and-deposits',
  },
};
