import { test } from 'node:test';
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { gatherScenarios } from '../../runner/resume/gather-scenarios.js';
import type { Exchange, Json } from '../../trace/exchange.js';
import type { JournalEvent } from '../../trace/journal-event.js';
import { ScenarioCalls } from './scenario-calls.js';
import type { ScenarioCall } from './scenario-call.js';
import { scriptedRun, scriptedStart } from './test-kit/scripted-run.js';

const at = new Date(scriptedStart).toISOString();
const by = { identity: 'program', expectedInvalid: null } as const;
const names = [1, 2, 3, 4].map((n) => `run-20260101t000000z-000000.abcdef.${String(n)}`);
/** What the scenario does: makes a wallet and reads the list, again and again. */
const steps: readonly ScenarioCall[] = names.flatMap((name) => [
  { ...by, operationId: 'createWallet', input: { body: { name } } },
  { ...by, operationId: 'listWallets', input: {} },
]);

/** Where a part of the run dies: before or after its n-th creating call took effect; an answer is lost in both cases. */
interface Death {
  readonly creating: number;
  readonly tookEffect: boolean;
}

class Killed extends Error {}

/** Everything that outlives the parts of a run: the target's wallets, and what is on the disk. */
class Survivors {
  readonly wallets: { readonly walletId: number; readonly name: Json }[] = [];
  readonly exchanges = new Set<Exchange>();
  private readonly journal: JournalEvent[] = [];

  /** One part of the run, from the record of those before it to its death, or to the end. */
  async part(death: Death | null): Promise<void> {
    let creating = 0;
    const { run, journal } = await scriptedRun(({ operationId, input }) => {
      if (operationId === 'listWallets') {
        return { ...{ status: 'success', limit: 200 }, total: this.wallets.length, items: [...this.wallets] };
      }
      creating += 1;
      if (creating === death?.creating && !death.tookEffect) throw new Killed();
      const walletId = this.wallets.length + 1;
      const { name } = input.body as { readonly name: Json };
      this.wallets.push({ walletId, name });
      if (creating === death?.creating) throw new Killed();
      return { walletId };
    });
    const lines = this.journal.map((event, index) => ({ n: index + 1, at, previousHash: '', ...event }));
    const record = gatherScenarios([...this.exchanges], lines).get('s') ?? null;
    const calls = new ScenarioCalls(run, 's', record);
    try {
      for (const step of steps) this.exchanges.add(await calls.answer(step));
    } catch (error) {
      if (!(error instanceof Killed)) throw error;
    } finally {
      this.journal.push(...journal);
    }
  }
}

const deaths = fc.array(fc.record({ creating: fc.integer({ min: 1, max: names.length }), tookEffect: fc.boolean() }), {
  maxLength: 5,
});

test('wherever the parts of a run die, every wallet is made once', async () => {
  await fc.assert(
    fc.asyncProperty(deaths, async (plan) => {
      const survivors = new Survivors();
      for (const death of [...plan, null]) await survivors.part(death);
      assert.deepEqual(
        survivors.wallets.map(({ name }) => name),
        names,
      );
    }),
    { numRuns: 30 },
  );
});
