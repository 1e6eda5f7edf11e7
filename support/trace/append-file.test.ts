import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { openAppendFile } from './append-file.js';

describe('a file that only grows', () => {
  let folder = '';
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'axys-append-'));
  });
  after(() => rm(folder, { recursive: true, force: true }));

  it('holds what was appended, by its owner alone, and goes on where it ended', async () => {
    const path = join(folder, 'a/b.ndjson');
    for (const text of ['1\n', '2\n']) {
      const file = await openAppendFile(path);
      await file.append(Buffer.from(text));
      await file.flush();
      await file.close();
    }
    assert.equal(await readFile(path, 'utf8'), '1\n2\n');
    assert.equal((await stat(path)).mode & 0o777, 0o600);
  });

  it('is cut back, and grows from there', async () => {
    const path = join(folder, 'cut.ndjson');
    const file = await openAppendFile(path);
    for (const text of ['one\n', 'two\n']) await file.append(Buffer.from(text));
    await file.cutTo(4);
    await file.append(Buffer.from('three\n'));
    await file.close();
    assert.equal(await readFile(path, 'utf8'), 'one\nthree\n');
  });

  it('takes nothing of what the system takes a part of', async () => {
    const path = join(folder, 'limited.ndjson');
    // The shell lets no file grow beyond 4 KiB, so that a write of 3 KiB behind 2 KiB is taken by two thirds.
    const module = fileURLToPath(new URL('append-file.js', import.meta.url));
    const script = `
      const { openAppendFile } = await import(${JSON.stringify(module)});
      const file = await openAppendFile(${JSON.stringify(path)});
      await file.append(Buffer.alloc(2048, 'a'));
      const refused = await file.append(Buffer.alloc(3072, 'b')).then(() => 'taken', (error) => error.code);
      await file.append(Buffer.alloc(1024, 'c'));
      await file.close();
      process.stdout.write(refused);`;
    const limited = `trap '' XFSZ; ulimit -f 4; exec "$@"`;
    const words = ['-c', limited, 'bash', process.execPath, '--input-type=module', '--eval', script];
    const { stdout, stderr } = spawnSync('bash', words, { encoding: 'utf8' });
    assert.equal(stdout, 'EFBIG', stderr);
    assert.match(await readFile(path, 'utf8'), /^a{2048}c{1024}$/);
  });
});
