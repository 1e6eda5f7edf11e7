import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { packageRoot } from '../config/package-root.js';
import { loadLifecycles } from '../lifecycle/load-lifecycles.js';
import { CodedError } from '../messages/coded-error.js';
import type { ScenarioResult } from '../verdict/scenario-result.js';
import type { AppendFile, OpenAppendFile } from './append-file.js';
import { BoundStreams } from './bound-streams.js';
import { createRecorder } from './create-recorder.js';
import { createSecrets } from './mask/secrets.js';
import type { Exchange } from './exchange.js';
import { recorderFiles, type RecorderStream } from './recorder-files.js';
import { connectionOf } from './test-kit/connection-of.js';
import { callOf, exchangeOf } from './test-kit/exchange-of.js';
import { memoryFiles } from './test-kit/memory-files.js';

const lifecycles = await loadLifecycles();
const pan = '4111111111111111';

const result: ScenarioResult = {
  ...{ id: 'f:s', name: 's', feature: 'f.feature', line: 1, tags: ['@TM-01'], requirements: ['TM-01'], attempt: 1 },
  ...{
    verdict: 'fail',
    reason: `saw ${pan}`,
    marks: [],
    checks: [],
    exchangeIds: [],
    findings: [],
    waits: [],
    steps: [],
  },
  ...{ problem: null, startedAt: '2026-01-01T00:00:00.000Z', durationMs: 1 },
};

const exchanges: readonly Exchange[] = [
  callOf('createCardholder', 'POST', '/cardholders', {
    id: 'x-000001',
    sent: { firstName: 'Ada', lastName: 'Example', emailAdr: 'ada@example.invalid', cellNum: '4155551234' },
    answered: { status: 'success', cardholderId: 5 },
  }),
  callOf('getCardholder', 'GET', '/cardholders/5', { id: 'x-000002', answered: { cardholderId: 5, status: 4 } }),
  callOf('issueVirtualCard', 'POST', '/cards/virtual/5', {
    id: 'x-000003',
    answered: { cardId: 9, cardNumber: pan, cvv: '321' },
  }),
  callOf('getCard', 'GET', '/cards/9', { id: 'x-000004', answered: { cardId: 9, issuerCardStatus: 1 } }),
  exchangeOf({ id: 'x-000005', response: null, failure: { class: 'tls', detail: 'refused' } }),
  exchangeOf({
    id: 'x-000006',
    withheld: { pointer: '/response/body/value/items', count: 1, shape: { a: ['string'] } },
    response: {
      status: 403,
      headers: { server: 'x', cookie: 'y' },
      body: { kind: 'text', text: 'No', problem: 'text' },
    },
    judgement: { outcome: 'not-judged', reason: 'why', findings: [] },
  }),
];

test('what a recorder writes is masked, complete and valid', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'axys-recorder-'));
  try {
    const streams = new BoundStreams({ folder, resumable: true });
    const recorder = await createRecorder<ScenarioResult>({
      streams,
      secrets: createSecrets({ key: new Uint8Array(32).fill(9) }),
      lifecycles,
    });
    await recorder.connection(connectionOf());
    const given: Exchange[] = [];
    for (const exchange of exchanges) given.push(await recorder.exchange(exchange));
    const recorded = await recorder.scenario(result);
    assert.match(recorder.maskText(`again ${pan}`), /^again \[masked:pan:[a-p]{8}:1111\]$/);
    await streams.close();
    await streams.close();

    const lines = await linesOf(folder);
    assert.equal(lines.exchanges.length, exchanges.length);
    assert.deepEqual(given, lines.exchanges, 'whoever records is given what was written');
    assert.deepEqual([recorded], lines.results);
    assert.deepEqual(
      (lines.transitions as { readonly transition: string }[]).map(({ transition }) => transition),
      ['created', 'virtual-issued'],
    );
    await assertValid('exchange', lines.exchanges);
    assert.deepEqual(lines.connections, [connectionOf()]);
    await assertValid('connection', lines.connections);
    await assertValid('redaction-ledger', lines.redactions);
    await assertValid('transition', lines.transitions);
    await assertValid('result', lines.results);
    const written = JSON.stringify(lines);
    for (const secret of [pan, '"321"', 'Ada', 'ada@example', '4155551234'])
      assert.equal(written.includes(secret), false);
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('a disk that fails is never silent', async () => {
  const broken: AppendFile = {
    append: () => Promise.reject(new Error('no space left')),
    cutTo: () => Promise.resolve(),
    flush: () => Promise.resolve(),
    close: () => Promise.resolve(),
  };
  const secrets = createSecrets({ key: new Uint8Array(32) });
  const streams = new BoundStreams({ folder: 'f', resumable: false, open: () => Promise.resolve(broken) });
  const recorder = await createRecorder({ streams, secrets, lifecycles });
  const isCoded = (error: unknown) => error instanceof CodedError && error.code === 'TRC-102' && error.exit === 3;
  await assert.rejects(recorder.exchange(exchangeOf({})), isCoded);
  await assert.rejects(recorder.scenario(result), isCoded);
  await assert.rejects(streams.close(), isCoded);
});

test('an exchange that cannot be written leaves nothing of what belongs to it', async () => {
  const disk = memoryFiles();
  const problem = new Error('no space left');
  let full: string | null = null;
  const open: OpenAppendFile = async (path) => {
    const file = await disk.open(path);
    const append = (bytes: Uint8Array) =>
      full !== null && path.endsWith(full) ? Promise.reject(problem) : file.append(bytes);
    return { ...file, append };
  };
  for (const stream of ['exchanges', 'redactions', 'transitions'] as const) {
    disk.files.clear();
    full = null;
    const streams = new BoundStreams({ folder: stream, resumable: true, open });
    const recorder = await createRecorder({
      streams,
      secrets: createSecrets({ key: new Uint8Array(32).fill(9) }),
      lifecycles,
    });
    const held = () => new Map([...disk.files].filter(([, text]) => text !== ''));
    const [first, ...others] = exchanges;
    assert.ok(first !== undefined);
    await recorder.exchange(first);
    let before = held();
    let marks = await streams.marks();
    full = recorderFiles[stream];
    for (const exchange of others) {
      const written = await recorder.exchange(exchange).then(
        () => true,
        () => false,
      );
      if (!written) break;
      [before, marks] = [held(), await streams.marks()];
    }
    full = null;
    // The disk has room again; the record still has a hole.
    await assert.rejects(recorder.exchange(first), { code: 'TRC-102' });
    await assert.rejects(recorder.connection(connectionOf()), { code: 'TRC-102' });
    await assert.rejects(streams.close(), { code: 'TRC-102' });
    assert.deepEqual(held(), before, stream);
    assert.deepEqual(await streams.marks(), marks, 'what it says to hold is what it holds');
  }
});

test('when one file cannot be opened the others are closed with the streams', async () => {
  let open = 0;
  const file: AppendFile = {
    append: () => Promise.resolve(),
    cutTo: () => Promise.resolve(),
    flush: () => Promise.resolve(),
    close: () => Promise.resolve(void (open -= 1)),
  };
  const secrets = createSecrets({ key: new Uint8Array(32) });
  const streams = new BoundStreams({
    ...{ folder: 'f', resumable: false },
    open: (path) =>
      path.endsWith('results.ndjson') ? Promise.reject(new Error('EACCES')) : Promise.resolve(((open += 1), file)),
  });
  await assert.rejects(
    createRecorder({ streams, secrets, lifecycles }),
    (error) => error instanceof CodedError && error.code === 'TRC-101',
  );
  await streams.close();
  assert.equal(open, 0);
});

async function linesOf(folder: string): Promise<Record<RecorderStream, readonly unknown[]>> {
  const read = await Promise.all(
    Object.entries(recorderFiles).map(async ([name, file]) => {
      const text = await readFile(join(folder, file), 'utf8');
      return [
        name,
        text
          .trim()
          .split('\n')
          .map((line): unknown => JSON.parse(line)),
      ] as const;
    }),
  );
  return Object.fromEntries(read) as unknown as Record<RecorderStream, readonly unknown[]>;
}

async function assertValid(schema: string, lines: readonly unknown[]): Promise<void> {
  const file = join(packageRoot(), `schemas/evidence/${schema}.schema.json`);
  const validate = new Ajv2020({ allowUnionTypes: true, allErrors: true }).compile(
    JSON.parse(await readFile(file, 'utf8')) as object,
  );
  for (const line of lines) assert.ok(validate(line), `${schema}: ${JSON.stringify(validate.errors)}`);
  assert.ok(lines.length > 0, `${schema}: nothing was written`);
}
