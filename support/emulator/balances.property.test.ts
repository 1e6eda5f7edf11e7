import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import fc from 'fast-check';
import { openSession } from './test-kit/open-session.js';
import { approvedCardholder, newCard } from './test-kit/subjects.js';

const session = await openSession();
after(() => session.close());
const holder = await approvedCardholder(session);
const funded = Number(session.emulator.profile.fundedWalletId);

interface Account {
  readonly ledgerBalance: number;
  readonly availableBalance: number;
}

const card = fc.integer({ min: 0, max: 1 });
const amount = fc.integer({ min: 1, max: 20_000 });
const description = fc.constantFrom(undefined, 'Organic-Pending', 'Organic-Partial', 'Organic-Error');
const operation = fc.oneof(
  fc.record({ kind: fc.constant('transfer' as const), card, amount, description }),
  fc.record({ kind: fc.constant('spend' as const), card, amount, foreign: fc.boolean() }),
  fc.record({ kind: fc.constant('deposit' as const), card, amount, asset: fc.constantFrom('USDC', 'BTC') }),
  fc.record({ kind: fc.constant('hold' as const), card, newStatus: fc.constantFrom(1, 2) }),
  fc.record({ kind: fc.constant('wait' as const), seconds: fc.integer({ min: 1, max: 400 }) }),
);
type Operation = typeof operation extends fc.Arbitrary<infer Value> ? Value : never;

const decimal = (units: number): string => (units / 100).toFixed(2);

async function perform(step: Operation, cards: readonly number[]): Promise<void> {
  if (step.kind === 'wait') {
    session.pass(step.seconds);
    return;
  }
  const id = cards[step.card];
  switch (step.kind) {
    case 'transfer': {
      const body = { sourceWalletId: funded, destinationType: 1, destinationId: id, amount: step.amount };
      await session.call('POST', '/wallets/transfer', { ...body, description: step.description });
      return;
    }
    case 'spend': {
      const body = { amount: decimal(step.amount), merchantName: 'Shop', outcome: 'approve' };
      const foreign = step.foreign ? { merchantCurrency: 'EUR' } : {};
      await session.call('POST', `/staging/cards/${id}/spend`, { ...body, ...foreign });
      return;
    }
    case 'deposit': {
      const body = { chain: 'evm', asset: step.asset, amount: decimal(step.amount) };
      await session.call('POST', `/staging/cards/${id}/crypto-deposit`, body);
      return;
    }
    case 'hold':
      await session.call('PUT', `/cards/${id}/status`, { newStatus: step.newStatus });
      return;
    default:
      step satisfies never;
  }
}

async function account(path: string): Promise<Account> {
  return (await session.call('GET', path)).body as unknown as Account;
}

async function sumOf(set: string, ids: readonly number[], wanted: (status: number | undefined) => boolean) {
  let sum = 0;
  for (const id of ids) {
    const { body } = await session.call('GET', `/cards/${set}?cardId=${id}&limit=200`);
    for (const item of body['items'] as { amount: string; transStatus?: number }[])
      if (wanted(item.transStatus)) sum += Math.round(Number(item.amount) * 100);
  }
  return sum;
}

test('whatever happens, available stays between nothing and the ledger, and money is only moved', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(operation, { minLength: 1, maxLength: 12 }), async (steps) => {
      const cards = [await newCard(session, holder), await newCard(session, holder)];
      const paths = [`/wallets/${funded}`, ...cards.map((id) => `/cards/${id}/balance`)];
      const before = await account(`/wallets/${funded}`);
      for (const step of steps) {
        await perform(step, cards);
        for (const path of paths) {
          const { ledgerBalance, availableBalance } = await account(path);
          assert.ok(availableBalance >= 0 && ledgerBalance >= availableBalance, `${path} after ${step.kind}`);
        }
      }
      session.pass(2000);
      const [wallet, ...ends] = await Promise.all(paths.map(account));
      for (const { ledgerBalance, availableBalance } of ends) assert.equal(ledgerBalance, availableBalance);
      const deposited = steps.reduce((sum, step) => sum + (step.kind === 'deposit' ? converted(step) : 0), 0);
      const spent = await sumOf('transactions', cards, (status) => status !== 4);
      const fees = await sumOf('fees', cards, () => true);
      const onCards = ends.reduce((sum, { ledgerBalance }) => sum + ledgerBalance, 0);
      assert.equal((wallet?.ledgerBalance ?? 0) + onCards, before.ledgerBalance + deposited - spent - fees);
    }),
    { numRuns: 25, seed: 20_261_121 },
  );
});

/** What a deposit ends up as: a stablecoin one to one, another asset less a quarter of a percent. */
function converted({ amount: units, asset }: { readonly amount: number; readonly asset: string }): number {
  return asset === 'USDC' ? units : units - Math.ceil((units * 25) / 10_000);
}
