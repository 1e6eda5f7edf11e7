import assert from 'node:assert/strict';
import { appendFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Exchange } from '../../trace/exchange.js';
import { callOf } from '../../trace/test-kit/exchange-of.js';
import { aResult } from '../../verdict/testing/samples.js';
import { recordSample, sampleRunId, sampleTime, type Happening } from '../testing/sample-record.js';
import { anExchange, withFolder } from '../testing/sample-run.js';
import { openPack } from '../verify/open-pack.js';
import type { Difference } from '../verify/verification.js';
import { walkJournal } from './walk-journal.js';

const scenario = 'cards/hold:block-a-card';
const read = (number: number): Exchange => anExchange({ id: idOf(number), scenario });
const write = (number: number, ordinal: number): Exchange => ({
  ...callOf('createWallet', 'POST', '/wallets', {
    id: idOf(number),
    sent: { name: 'w' },
    answered: { walletId: number },
  }),
  ...{ scenario, ordinal, startedAt: sampleTime },
});
const intent = (ordinal: number): Happening => ({
  event: { type: 'intent', scenario, ordinal, operationId: 'createWallet', label: null },
});
const message = (kind: string, more: object = {}): Happening => ({
  message: { [kind]: { id: 'c', testCaseStartedId: 'c', testStepId: 's', ...more } },
});

function idOf(number: number): string {
  return `x-${String(number).padStart(6, '0')}`;
}

/** A run of one scenario in which something of every kind happens. */
const happened: readonly Happening[] = [
  { log: 'run started' },
  message('testCaseStarted'),
  message('testStepStarted'),
  ...[{ exchange: read(1) }, intent(2), { exchange: write(2, 2) }, { exchange: read(3) }],
  message('testStepFinished'),
  ...[{ log: 'scenario finished' }, { result: aResult({ id: scenario }) }],
  message('testCaseFinished'),
];

async function recorded(root: string, what: readonly Happening[], end: 'ended' | 'stopped' | null = 'ended') {
  await mkdir(join(root, 'plan'), { recursive: true });
  await writeFile(join(root, 'plan/run.json'), '{}\n');
  await recordSample(root, what, { end });
}

async function against(root: string, extent: 'whole' | 'unfinished' = 'whole'): Promise<readonly Difference[]> {
  return (await walkJournal(await openPack(root), { runId: sampleRunId, signed: null }, extent)).against;
}

/** What stands against a run of which this is recorded, its journal telling of it as it stands there. */
async function foundIn(what: readonly Happening[], end: 'ended' | 'stopped' | null = 'ended'): Promise<string> {
  let found: readonly Difference[] = [];
  await withFolder(async (root) => {
    await recorded(root, what, end);
    found = await against(root);
  });
  return found.map(({ where, problem }) => `${where}: ${problem}`).join('\n');
}

const streams = [
  ...['exchanges/exchanges.ndjson', 'exchanges/redaction-ledger.ndjson', 'results/messages.ndjson'],
  ...['results/results.ndjson', 'logs/run.ndjson'],
];

describe('the journal and what it binds', () => {
  it('hold together as a run leaves them, ended or stopped', async () => {
    assert.equal(await foundIn(happened), '');
    assert.equal(await foundIn(happened, 'stopped'), '');
    assert.equal(await foundIn([...happened.slice(0, 5), { event: { type: 'resumed', kept: 0, cuts: [] } }]), '');
  });

  it('tell of the same time', async () => {
    const on = (day: string) => ({ ...read(1), startedAt: `${day}T08:00:00.000Z` });
    for (const day of ['2025-11-21', '2026-11-22']) {
      const [first, ...rest] = happened.slice(0, 3);
      const moved = [first, ...rest, { exchange: on(day) }, ...happened.slice(4)].filter((one) => one !== undefined);
      assert.match(await foundIn(moved), new RegExp(`exchanges\\.ndjson line 1: it happened at ${day}`), day);
    }
    const again: Happening = { exchange: { ...on('2026-11-22'), replayed: true } };
    assert.equal(await foundIn([...happened.slice(0, 3), again, ...happened.slice(4)]), '');
  });

  it('name the stream and the line, whatever is done to it', () =>
    withFolder(async (root) => {
      await recorded(root, happened);
      const change = fc.tuple(
        fc.constantFrom(...streams),
        fc.nat(),
        fc.constantFrom('flip', 'delete', 'double', 'swap', 'append'),
        fc.nat(),
      );
      await fc.assert(
        fc.asyncProperty(change, async ([path, at, kind, more]) => {
          const whole = await readFile(join(root, path), 'utf8');
          const lines = whole.trimEnd().split('\n');
          const index = at % lines.length;
          const other = more % lines.length;
          fc.pre(kind !== 'swap' || lines[index] !== lines[other]);
          const line = lines[index] ?? '';
          const flipped = Buffer.from(line, 'utf8');
          flipped[more % flipped.length] = (flipped[more % flipped.length] ?? 0) ^ 1;
          const changed: Readonly<Record<typeof kind, readonly (string | Buffer)[]>> = {
            flip: lines.map((each, place) => (place === index ? flipped : each)),
            delete: lines.toSpliced(index, 1),
            double: lines.toSpliced(index, 0, line),
            swap: lines.with(index, lines[other] ?? '').with(other, line),
            append: [...lines, line],
          };
          const content = changed[kind].map((each) => Buffer.concat([Buffer.from(each), Buffer.from('\n')]));
          await writeFile(join(root, path), Buffer.concat(content));
          const found = await against(root);
          await writeFile(join(root, path), whole);
          // Streams that belong to exchanges may be out of step with them, so the first difference counts.
          const first = found.find(({ where }) => where.startsWith(path));
          assert.ok(first !== undefined, `${kind} ${path}: ${JSON.stringify(found)}`);
          const [from = 0, to = from] = [...first.where.matchAll(/\d+/g)].map(([digits]) => Number(digits));
          const touched = {
            flip: index,
            delete: index,
            double: index,
            swap: Math.min(index, other),
            append: lines.length,
          };
          // Where a line alone does not show what was done, the lines since the last checkpoint are named.
          assert.ok(from <= touched[kind] + 2 && to >= Math.min(touched[kind], lines.length - 1), first.where);
        }),
        { numRuns: 150 },
      );
      assert.deepEqual(await against(root), []);
    }));

  it('name a file of the plan that was changed, added or removed', () =>
    withFolder(async (root) => {
      await recorded(root, happened);
      await writeFile(join(root, 'plan/more.json'), '{}\n');
      await writeFile(join(root, 'plan/run.json'), '{ }\n');
      const wheres = async () => (await against(root)).map(({ where, problem }) => `${where}: ${problem}`);
      assert.deepEqual(await wheres(), [
        'plan/more.json: it was added after the plan was frozen',
        'plan/run.json: it was changed after the plan was frozen',
      ]);
      await rm(join(root, 'plan'), { recursive: true });
      assert.deepEqual(await wheres(), ['plan/run.json: it is missing: it was frozen']);
    }));

  it('name a stream that is missing, once', () =>
    withFolder(async (root) => {
      await recorded(root, happened);
      await rm(join(root, 'logs/run.ndjson'));
      assert.deepEqual(
        (await against(root)).map(({ where }) => where),
        ['logs/run.ndjson'],
      );
      await rm(join(root, 'journal/events.ndjson'));
      assert.deepEqual(await against(root), [{ where: 'journal/events.ndjson', problem: 'it is missing' }]);
    }));

  it('let a run that died have written more than its journal tells, and no other', () =>
    withFolder(async (root) => {
      await recorded(root, happened, null);
      await appendFile(join(root, 'exchanges/exchanges.ndjson'), `${JSON.stringify(read(4))}\n`);
      assert.deepEqual(await against(root, 'unfinished'), []);
      assert.match(JSON.stringify(await against(root)), /does not tell how the run ended/);
    }));
});

/** Records whose journal tells of them line by line, and that cannot have happened all the same. */
const impossible: readonly [string, RegExp, readonly Happening[]][] = [
  [
    'exchanges out of order',
    /exchanges\.ndjson line 1: it holds the exchange x-000002/,
    [{ exchange: read(2) }, { exchange: read(1) }],
  ],
  [
    'an exchange that is left out',
    /exchanges\.ndjson line 2: it holds the exchange x-000003/,
    [{ exchange: read(1) }, { exchange: read(3) }],
  ],
  [
    'a writing call that nothing announced',
    /exchanges\.ndjson line 1: no intent in the journal announces call 4 of cards/,
    [intent(3), { exchange: write(1, 4) }],
  ],
  [
    'a result with another verdict',
    /results\.ndjson: cards\/hold:block-a-card: .*finished with fail \(attempt 1\), cards\/hold:block-a-card: pass/,
    [
      { untold: aResult({ id: scenario }) },
      { event: { type: 'scenario-finished', scenario, attempt: 1, verdict: 'fail' } },
    ],
  ],
  [
    'a result that nobody told of',
    /block-a-card: the journal does not tell that/,
    [{ untold: aResult({ id: scenario }) }],
  ],
  [
    'a scenario that finished without a result',
    /no result is there/,
    [{ event: { type: 'scenario-finished', scenario, attempt: 1, verdict: 'pass' } }],
  ],
  [
    'a step that ends before it begins',
    /messages\.ndjson line 2: a message "testStepFinished" cannot come/,
    [message('testCaseStarted'), message('testStepFinished')],
  ],
  [
    'two beginnings',
    /line 2: the event "run-started" cannot follow "run-started"/,
    [{ event: { type: 'run-started', runId: sampleRunId, scenarios: 1, seed: 1, plan: [] } }],
  ],
  [
    'something after the end',
    /line 3: the event "intent" cannot follow "ended"/,
    [{ event: { type: 'ended' } }, intent(1)],
  ],
];

describe('a journal that was made anew for other evidence', () => {
  for (const [name, problem, what] of impossible) {
    it(`does not hide ${name}`, async () => {
      assert.match(await foundIn(what), problem);
    });
  }
});
