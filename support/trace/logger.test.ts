import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CodedError } from '../messages/coded-error.js';
import { createFakeClock } from '../emulator/test-kit/fake-clock.js';
import type { AppendFile } from './append-file.js';
import { createLogger } from './logger.js';
import { createMasker } from './mask/mask-record.js';
import { createSecrets } from './mask/secrets.js';
import { openNdjsonStream } from './ndjson-stream.js';

const mask = createMasker(
  createSecrets({ key: new Uint8Array(32), known: [{ kind: 'api-key', value: 'axk_SecretSecret' }] }),
);

function memory(append?: () => Promise<void>): { readonly file: AppendFile; readonly lines: string[] } {
  const lines: string[] = [];
  const keep = (bytes: Uint8Array) =>
    Promise.resolve(void lines.push(...Buffer.from(bytes).toString('utf8').trimEnd().split('\n')));
  return {
    lines,
    file: {
      append: append ?? keep,
      cutTo: () => Promise.resolve(),
      flush: () => Promise.resolve(),
      close: () => Promise.resolve(),
    },
  };
}

test('every line is masked: members, texts, errors and their stacks', async () => {
  const { file, lines } = memory();
  const destination = await openNdjsonStream('run.ndjson', () => Promise.resolve(file));
  const log = createLogger({ level: 'info', destination, mask, clock: createFakeClock(0) });
  log.root.info({ cvv: '123', nested: { newPin: 4321 } }, 'key axk_SecretSecret');
  log.scenario('cards:one').error({ err: new Error('sent axk_SecretSecret and 4111111111111111') }, 'failed');
  log.root.debug('not at this level');
  await log.close();
  await log.close();
  const text = lines.join('\n');
  assert.equal(lines.length, 2);
  for (const secret of ['axk_Secret', '"123"', '4321', '4111111111111111']) assert.equal(text.includes(secret), false);
  const last = JSON.parse(lines[1] ?? '') as {
    readonly scenario: string;
    readonly level: number;
    readonly err: object;
  };
  assert.equal(last.scenario, 'cards:one');
  assert.equal(last.level, 50);
  assert.ok('stack' in last.err);
});

test('a line that could not be written fails the close', async () => {
  const { file } = memory(() => Promise.reject(new Error('no space left')));
  const destination = await openNdjsonStream('run.ndjson', () => Promise.resolve(file));
  const log = createLogger({ level: 'info', destination, mask, clock: createFakeClock(0) });
  log.root.info('lost');
  await assert.rejects(log.close(), (error) => error instanceof CodedError && error.code === 'TRC-102');
});

test('the times of the lines never go backwards, whatever the clock does', async () => {
  const { file, lines } = memory();
  const destination = await openNdjsonStream('run.ndjson', () => Promise.resolve(file));
  let now = 0;
  const clock = { ...createFakeClock(0), now: () => now };
  const log = createLogger({ level: 'info', destination, mask, clock });
  for (const time of [5000, 3000, 6000]) {
    now = time;
    log.root.info('a line');
  }
  await log.close();
  assert.deepEqual(
    lines.map((line) => (JSON.parse(line) as { readonly time: string }).time.slice(17, 19)),
    ['05', '05', '06'],
  );
});

test('an unknown level is a usage error', async () => {
  const { file } = memory();
  const destination = await openNdjsonStream('run.ndjson', () => Promise.resolve(file));
  const open = () => createLogger({ level: 'loud', destination, mask, clock: createFakeClock(0) });
  assert.throws(open, (error) => error instanceof CodedError && error.code === 'TRC-104' && error.exit === 64);
});
