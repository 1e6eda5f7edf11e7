import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { loadFaults } from '../emulator/faults/fault-catalogue.js';
import { createRandom } from '../emulator/seed/random.js';
import { runWithFaults, tryFault } from './test-kit/fault-run.js';

/** All of them take a quarter of an hour: npm run faults. Another seed draws others. */
const [seed, drawn] = [2611, 5];

const faults = await loadFaults();
const random = createRandom(seed);
const places = new Set<number>();
while (places.size < drawn) places.add(random.integer(0, faults.length - 1));
const sample = faults.filter((_fault, index) => places.has(index));

describe('seeded faults of the emulator', () => {
  it('are missing from the control run, which is clean', async () => {
    const run = await runWithFaults([], [...new Set(sample.flatMap(({ requirements }) => requirements))]);
    assert.equal(run.code, 0, run.printed);
    assert.deepEqual([...run.reported], []);
  });

  for (const fault of sample) {
    it(`are found: ${fault.id}`, async () => {
      const { silent, decision, code, killed } = await tryFault(fault);
      assert.deepEqual(silent, [], `${decision}, exit code ${String(code)}`);
      assert.equal(killed, true);
    });
  }
});
