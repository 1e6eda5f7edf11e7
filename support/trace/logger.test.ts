import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CodedError } from '../messages/coded-error.js';
import type { AppendFile } from './append-file.js';
import { createLogger } from './logger.js';
import { createMasker } from './mask/mask-record.js';
import { createSecrets } from './mask/secrets.js';

const mask = createMasker(
  createSecrets({ key: new Uint8Array(32), known: [{ kind: 'api-key', value: 'axk_SecretSecret' }] }),
);

function memory(append?: (text: string) => Promise<void>): { readonly file: AppendFile; readonly lines: string[] } {
  const lines: string[] = [];
  const keep = (text: string) => Promise.resolve(void lines.push(...text.trimEnd().split('\n')));
  return { lines, file: { append: append ?? keep, flush: () => Promise.resolve(), close: () => Promise.resolve() } };
}

test('every line is masked: members, texts, errors and their stacks', async () => {
  const { file, lines } = memory();
  const log = await createLogger({ level: 'info', file: 'run.ndjson', mask, open: () => Promise.resolve(file) });
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
  const log = await createLogger({ level: 'info', file: 'run.ndjson', mask, open: () => Promise.resolve(file) });
  log.root.info('lost');
  await assert.rejects(log.close(), (error) => error instanceof CodedError && error.code === 'TRC-102');
});

test('an unknown level is a usage error', async () => {
  const opened = createLogger({ level: 'loud', file: 'run.ndjson', mask });
  await assert.rejects(opened, (error) => error instanceof CodedError && error.code === 'TRC-104' && error.exit === 64);
});
