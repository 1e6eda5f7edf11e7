import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import type { Capabilities } from '../config/profile.js';
import type { Exchange } from '../trace/exchange.js';
import type { RequirementResult } from '../verdict/requirement-result.js';
import type { ScenarioResult } from '../verdict/scenario-result.js';
import { capturedIo } from './captured-io.js';
import { main } from './main.js';

const folder = await mkdtemp(join(tmpdir(), 'axys-capabilities-'));
after(() => rm(folder, { recursive: true, force: true }));

/** Between them every capability is once had and once not; which rows a lack concerns is tested for every Program there can be. */
const programs: readonly Partial<Capabilities>[] = [
  { physicalCards: false, bankRail: false, sumsub: true },
  { cryptoRail: false, wallets: false, threeDSecure: false, sumsub: false },
];

async function finish(capabilities: Partial<Capabilities>, name: string) {
  const cwd = join(folder, name);
  const profile = `${cwd}.json`;
  await writeFile(profile, JSON.stringify({ program: name, capabilities }));
  // No PATH leads to a Java runtime: the view it renders is not under test here.
  const captured = capturedIo(cwd, { PATH: folder });
  const code = await main(['run', '--seed', '7', '--program', profile, '--out', cwd], captured.io);
  const read = (path: string) => readFile(join(cwd, 'latest', path), 'utf8');
  const lines = async <T>(path: string) =>
    (await read(path))
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as T);
  return {
    ...{ code, printed: captured.stdout() + captured.stderr() },
    results: await lines<ScenarioResult>('results/results.ndjson'),
    exchanges: await lines<Exchange>('exchanges/exchanges.ndjson'),
    summary: JSON.parse(await read('summary.json')) as { readonly requirements: readonly RequirementResult[] },
  };
}

describe('a Program that does not support everything', () => {
  for (const [index, capabilities] of programs.entries()) {
    it(`passes with what it supports: ${JSON.stringify(capabilities)}`, async () => {
      const { code, printed, results, exchanges, summary } = await finish(capabilities, `program-${String(index)}`);
      assert.equal(code, 0, printed);
      const open = summary.requirements.filter(({ outcome, peopleTask }) => {
        return outcome !== 'demonstrated' && outcome !== 'not-applicable' && peopleTask === null;
      });
      assert.deepEqual(open, []);
      for (const lacked of Object.entries(capabilities).flatMap(([name, has]) => (has ? [] : [name]))) {
        const reason = `capabilities.${lacked} is false in the program profile`;
        assert.ok(
          summary.requirements.some((row) => row.reason?.includes(reason)),
          reason,
        );
        const idle = results.filter((result) => result.reason.includes(reason));
        assert.ok(idle.length > 0, reason);
        const called = new Set(exchanges.map(({ scenario }) => scenario));
        assert.deepEqual(
          idle.filter(({ id }) => called.has(id)).map(({ id }) => id),
          [],
          `${reason}, and these scenarios called something`,
        );
      }
    });
  }
});
