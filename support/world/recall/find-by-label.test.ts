import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Json } from '../../trace/exchange.js';
import { findByLabel } from './find-by-label.js';
import { lostAnswers } from './lost-answers.js';
import type { PlacedCall } from './scenario-call.js';
import { scriptedRun } from './test-kit/scripted-run.js';

const name = 'run-20260101t000000z-000000.abcdef.1';
const call: PlacedCall = {
  ...{ scenario: 's', ordinal: 1, operationId: 'createWallet', identity: 'program', expectedInvalid: null },
  input: { body: { name } },
};

interface Listing {
  readonly wallets: readonly Json[];
  /** What the list says of its length and its limit; all of both when not given. */
  readonly total?: (inPage: number) => number;
  readonly limit?: number;
  readonly obeysOffset?: boolean;
}

/** What a look at a list of wallets finds, and how many pages it took. */
async function look({ wallets, total, limit = 200, obeysOffset = true }: Listing) {
  const { run, sent } = await scriptedRun(({ input }) => {
    const from = obeysOffset ? Number(input.query?.['offset']) : 0;
    const items = wallets.slice(from, from + limit);
    return { status: 'success', items, total: total?.(items.length) ?? wallets.length, limit, offset: from };
  });
  const recovery = lostAnswers['createWallet'];
  assert.ok(recovery?.by === 'label');
  const found = await findByLabel(run, call, recovery, []);
  return { found, pages: sent.length };
}

const others = (count: number): readonly Json[] =>
  Array.from({ length: count }, (_each, index) => ({ walletId: index + 1, name: `other ${String(index)}` }));
const ours: Json = { walletId: 999, name };

describe('looking for what a lost call made', () => {
  it('reads on while pages are full, whatever the total says', async () => {
    const { found, pages } = await look({ wallets: [...others(450), ours], total: (inPage) => inPage });
    assert.ok(found.decision === 'adopted');
    assert.equal(found.adopted.id, 999);
    assert.equal(pages, 3);
  });

  it('reads on while the target keeps its pages shorter than asked', async () => {
    const { found } = await look({ wallets: [...others(250), ours], total: (inPage) => inPage, limit: 100 });
    assert.equal(found.decision, 'adopted');
  });

  it('says never made only of a list that has ended', async () => {
    for (const count of [0, 199, 200, 201]) {
      assert.equal((await look({ wallets: others(count) })).found.decision, 'never-made', String(count));
    }
  });

  it('decides nothing where the list ends before its total', async () => {
    assert.equal((await look({ wallets: others(3), total: () => 4 })).found.decision, 'undecided');
  });

  it('decides nothing, and ends, where the pages do not', async () => {
    const { found, pages } = await look({ wallets: others(200), obeysOffset: false });
    assert.equal(found.decision, 'undecided');
    assert.equal(pages, 50);
  });

  it('decides nothing where two of the list may be it, or one carries no label', async () => {
    assert.equal((await look({ wallets: [ours, ours] })).found.decision, 'undecided');
    assert.equal((await look({ wallets: [{ walletId: 1 }] })).found.decision, 'undecided');
  });
});
