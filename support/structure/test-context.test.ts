import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { packageRoot } from '../config/package-root.js';

const folder = await mkdtemp(join(tmpdir(), 'axys-test-context-'));
after(() => rm(folder, { recursive: true, force: true }));

/** Runs tests in a process of their own, set up as every group of ours is. */
async function watched(name: string, tests: string) {
  const ci = (script: string) => pathToFileURL(join(packageRoot(), '.ci', script)).href;
  const [file, progress] = [join(folder, `${name}.mjs`), join(folder, name)];
  const imported = `import { before, describe, it } from 'node:test';
    import { createHook, executionAsyncId } from 'node:async_hooks';`;
  const watch = `import { watch } from '${ci('test-watch.mjs')}';\nwatch(${JSON.stringify(progress)});\n`;
  await writeFile(join(folder, `${name}.watch.mjs`), watch);
  await writeFile(join(folder, `${name}.all.mjs`), `import './${name}.watch.mjs';\n${imported}\n${tests}`);
  await writeFile(file, `import '${ci('test-context.mjs')}';\nawait import('./${name}.all.mjs');\n`);
  // Without the environment, which says that this process is one of tests itself.
  const child = spawn(process.execPath, ['--test-reporter=tap', file], { env: {} });
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text));
  const code = await new Promise<number | null>((ended) => child.on('close', ended));
  return { code, said, progress: await readFile(progress, 'utf8') };
}

describe('tests whose process follows no promise', () => {
  it('belong to their suites, with the hooks of each, and hooks of others work', async () => {
    const { code, said, progress } = await watched(
      'nested',
      `describe('outer', () => {
        let begun = 0;
        before(() => { begun += 1; });
        describe('inner', () => { it('knows the hook', () => { if (begun !== 1) throw new Error(String(begun)); }); });
      });
      it('follows no promise', async () => {
        await null;
        const one = executionAsyncId();
        await null;
        if (executionAsyncId() !== one) throw new Error('every promise has an id');
      });
      it('has hooks of others at work', async () => {
        let made = 0;
        const hook = createHook({ init() { made += 1; } }).enable();
        await new Promise((done) => setTimeout(done, 1));
        hook.disable();
        if (made === 0) throw new Error('it heard of nothing');
      });`,
    );
    assert.deepEqual([code, progress], [0, 'ended'], said);
    assert.match(said, /^# Subtest: outer\n {4}# Subtest: inner\n {8}# Subtest: knows the hook$/m);
    assert.match(said, /^# pass 3$/m);
  });

  const errors: Readonly<Record<string, string>> = {
    'thrown in a timer while its test waits': `it('waits', async () => {
        setTimeout(() => { throw new Error('nobody awaits this'); }, 1);
        await new Promise((done) => setTimeout(done, 50));
      });`,
    'thrown after its test': `it('is over', () => { setTimeout(() => { throw new Error('nobody awaits this'); }, 1); });
      it('goes on', () => new Promise((done) => setTimeout(done, 50)));`,
    'of a promise that nobody awaits': `it('forgets', async () => {
        await null;
        void Promise.reject(new Error('nobody awaits this'));
        await new Promise((done) => setTimeout(done, 50));
      });`,
  };
  for (const [name, tests] of Object.entries(errors))
    it(`fail for an error ${name}`, async () => {
      const { code, said } = await watched(String(Object.keys(errors).indexOf(name)), tests);
      assert.equal(code, 1, said);
      assert.match(said, /nobody awaits this/);
    });
});
