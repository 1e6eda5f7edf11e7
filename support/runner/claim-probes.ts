import type { OperationId } from '../client/typed-call.js';
import type { Capabilities } from '../config/profile.js';
import type { Exchange } from '../trace/exchange.js';
import { answered, at, items } from '../verdict/checks/answer.js';

/** How a "not supported" of the profile can be looked at without making, moving or ending anything. */
export type ClaimProbe =
  | {
      /** A read made for the purpose. */
      readonly kind: 'asked';
      readonly operation: OperationId;
      /** What an accepted answer shows of the capability, in words; null when nothing. */
      readonly shows: (exchange: Exchange) => string | null;
    }
  | {
      /** Answers the run gets anyway. */
      readonly kind: 'seen';
      readonly operations: readonly OperationId[];
      readonly shows: (exchange: Exchange) => string | null;
    }
  | { readonly kind: 'none'; readonly why: string };

function some(list: unknown, what: string): string | null {
  return Array.isArray(list) && list.length > 0 ? `${String(list.length)} ${what}` : null;
}

/** One entry a capability; nothing that creates, moves or ends anything is ever used as a probe. */
export const claimProbes: Readonly<Record<keyof Capabilities, ClaimProbe>> = {
  // Source: docs/guide-create-and-manage-wallets.
  wallets: { kind: 'asked', operation: 'listWallets', shows: (exchange) => some(items(exchange), 'wallet(s)') },
  // Source: docs/funding-and-deposits.
  cryptoRail: {
    kind: 'seen',
    operations: ['issueVirtualCard', 'issuePhysicalCard'],
    shows: (exchange) => some(at(answered(exchange), '/cryptoAddresses'), 'deposit address(es)'),
  },
  bankRail: { kind: 'none', why: 'every call of the bank rail registers an account or announces money' },
  threeDSecure: { kind: 'none', why: 'only a new subscription and a purchase would show it' },
  physicalCards: { kind: 'none', why: 'only ordering a card would show it' },
  sumsub: { kind: 'none', why: 'only a cardholder created for the token route would show it' },
};
