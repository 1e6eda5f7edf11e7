import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { currentRuntime, type BuildInfo } from '../../config/build-info.js';
import { withFolder } from '../testing/sample-run.js';
import { planFindings } from './check-plan.js';
import { openPack } from './open-pack.js';

const own: BuildInfo = {
  ...{ name: 'axys-certify', version: '0.1.0', commit: 'a'.repeat(40), uncommittedChanges: false },
  ...{ lockSha256: 'b'.repeat(64), codeSha256: 'c'.repeat(64) },
};

/** What the step about the plan finds in a pack of such a build. */
async function found(change: Partial<BuildInfo>, verifier: BuildInfo = own) {
  let findings: Awaited<ReturnType<typeof planFindings>> = { against: [], notes: [] };
  await withFolder(async (folder) => {
    await mkdir(join(folder, 'harness'));
    await writeFile(
      join(folder, 'harness/build.json'),
      JSON.stringify({ ...own, ...change, runtime: currentRuntime() }),
    );
    const pack = await openPack(folder);
    findings = await planFindings(pack, () => Promise.resolve([{ where: 'plan', problem: 'compared' }]), verifier);
  });
  const words = (list: typeof findings.against) => list.map(({ problem }) => problem).join('\n');
  return { against: words(findings.against), notes: words(findings.notes) };
}

test('a pack of the very build is compared, and nothing is noted', async () => {
  assert.deepEqual(await found({}), { against: 'compared', notes: '' });
});

test('the same commit without changes and other code is no build of that commit', async () => {
  const { against } = await found({ codeSha256: '5'.repeat(64) });
  assert.match(
    against,
    /names the commit of this build, a{40}, both without uncommitted changes, but its code is another/,
  );
  assert.match(against, /code 555555555555; this is .*code cccccccccccc/);
});

test('neither is one with another lock file or version', async () => {
  assert.match((await found({ lockSha256: '0'.repeat(64) })).against, /but its lock file is another/);
  assert.match((await found({ version: '0.2.0' })).against, /but its version is another/);
});

test('a pack of another build holds as before; it is said which build could compare its plan', async () => {
  for (const [change, verifier] of [
    [{ codeSha256: '5'.repeat(64), commit: 'd'.repeat(40) }, own],
    [{ codeSha256: '5'.repeat(64), uncommittedChanges: true }, own],
    [{ codeSha256: '5'.repeat(64) }, { ...own, uncommittedChanges: true }],
    [{ codeSha256: '5'.repeat(64), commit: null, uncommittedChanges: null }, own],
  ] as const) {
    const { against, notes } = await found(change, verifier);
    assert.equal(against, '');
    assert.match(notes, /plan could not be compared.*Needed for that: axys-certify 0\.1\.0, .*code 555555555555/);
  }
});

test('the same code out of other sources is compared, and what nothing proves is noted', async () => {
  const { against, notes } = await found({ commit: 'd'.repeat(40), lockSha256: '0'.repeat(64) });
  assert.equal(against, 'compared');
  assert.match(notes, /code is that of this build, but lock file, commit differ, which nothing in the pack proves/);
});
