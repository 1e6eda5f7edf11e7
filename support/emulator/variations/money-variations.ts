import type { Json } from '../../trace/exchange.js';
import { jsonOf, isYes, membersOf, type Asked, type Next, type Variation } from './variation.js';

/** What a card's balance was shown as last. */
interface Shown {
  readonly ledger: number;
  readonly available: number;
}

/** What becomes available at once, on a ledger balance that stays as it is, does so in two steps: half of it is shown first. */
function releasedInParts(): Variation {
  const last = new Map<string, Shown>();
  return async (asked, next) => {
    const answer = await next(asked);
    if (asked.method !== 'GET' || !/^\/cards\/\d+\/balance$/.test(asked.path) || !isYes(answer)) return answer;
    const members = membersOf(jsonOf(answer));
    const now = { ledger: Number(members['ledgerBalance']), available: Number(members['availableBalance']) };
    const before = last.get(asked.path);
    const isReleased = before?.ledger === now.ledger && before.available === 0 && now.available > 1;
    const shown = isReleased ? { ...now, available: Math.floor(now.available / 2) } : now;
    last.set(asked.path, shown);
    return isReleased ? { ...answer, body: { json: { ...members, availableBalance: shown.available } } } : answer;
  };
}

/** The engine lets the transfer to a wallet that a notice announces arrive: it is detected, and clears later. */
const noticedTransfersArrive: Variation = async (asked, next) => {
  const walletId = /^\/wallets\/(\d+)\/bank-deposit$/.exec(asked.path)?.[1];
  const amount = membersOf(asked.body)['transactionAmount'];
  const answer = await next(asked);
  if (walletId === undefined || typeof amount !== 'number' || !isYes(answer)) return answer;
  await arrive(asked, next, {
    walletId: Number(walletId),
    amount: (amount / 100).toFixed(2),
    senderAccountNumber: '98000000',
    reference: `WALLET ${walletId}`,
  });
  return { ...answer, body: { json: { ...membersOf(jsonOf(answer)), statusText: 'detected' } } };
};

async function arrive({ headers }: Asked, next: Next, body: Json): Promise<void> {
  await next({ method: 'POST', path: '/staging/bank-deposit', query: '', headers, body });
}

/** Legal differences in how money comes, by name. */
export const moneyVariations = {
  'released-in-parts': releasedInParts,
  'noticed-transfers-arrive': () => noticedTransfersArrive,
} satisfies Readonly<Record<string, () => Variation>>;
