import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { capturedIo } from './captured-io.js';
import { main } from './main.js';

let folder = '';
before(async () => (folder = await mkdtemp(join(tmpdir(), 'axys-affected-'))));
after(() => rm(folder, { recursive: true, force: true }));

const side = { file: 'contract.yaml', version: '1' };
const plain = { old: side, new: side, changes: [] };
const joined = (requirements: readonly string[]) => ({
  ...plain,
  coverage: { runId: 'run-1', affected: { requirements, scenarios: [] }, unexercised: ['0123456789ab'] },
});

async function dryRun(content: unknown, ...flags: readonly string[]) {
  await writeFile(join(folder, 'diff.json'), typeof content === 'string' ? content : JSON.stringify(content));
  const captured = capturedIo(folder, {});
  const code = await main(['run', '--dry-run', '--json', '--affected-by', 'diff.json', ...flags], captured.io);
  return { code, out: captured.stdout(), err: captured.stderr() };
}

test('only the rows that a diff affects are run, and it says so', async () => {
  const { code, out, err } = await dryRun(joined(['TM-25', 'TM-54']));
  assert.equal(code, 0, err);
  assert.match(err, /Only rows that exercise what changed in .*diff\.json: TM-25 TM-54\n/);
  const { rows } = JSON.parse(out) as { readonly rows: readonly { readonly id: string }[] };
  assert.deepEqual(
    rows.map(({ id }) => id),
    ['TM-25', 'TM-54'],
  );
});

for (const [what, content, flags, said] of [
  ['a diff that affects no row', joined([]), [], /DIF-103.*1 changes/],
  ['a diff without coverage', plain, [], /DIF-102.*made without --coverage/],
  ['text that is no JSON', 'diff:', [], /DIF-102.*not JSON/],
  ['JSON that is no diff', { changes: [] }, [], /DIF-102.*expected/],
  ['another selection beside it', joined(['TM-25']), ['--tags', '@TM-25'], /DIF-104.*--tags/],
] as const) {
  test(`${what}: exit 64`, async () => {
    const { code, err } = await dryRun(content, ...flags);
    assert.equal(code, 64);
    assert.match(err, said);
  });
}
