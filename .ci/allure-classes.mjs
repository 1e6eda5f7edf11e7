// Keeps Allure's classes ready for the Java of this machine: a report then takes half the time. Made from a report of one
// result, which loads nearly all of them. Without Java there is none, and nothing needs it: see support/cli/quick-java.ts.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { env, platform } from 'node:process';

const { allureClasses, quickJava } = await import('../dist/support/cli/quick-java.js');
const tool = dirname(createRequire(import.meta.url).resolve('allure-commandline/package.json'));
const archive = allureClasses();
const stamp = `${archive}.of`;
// Java takes an archive for these very files only.
const { mtimeMs, ino } = statSync(join(tool, 'dist/bin/allure'));
const made = `${tool} ${mtimeMs} ${ino} ${env.JAVA_HOME ?? ''}`;
const isMade = existsSync(stamp) && readFileSync(stamp, 'utf8') === made;
if (platform !== 'win32' && !isMade) make();

function make() {
  mkdirSync(dirname(archive), { recursive: true });
  rmSync(archive, { force: true });
  const work = mkdtempSync(join(tmpdir(), 'axys-allure-'));
  try {
    const results = join(work, 'results');
    mkdirSync(results);
    for (const [name, content] of Object.entries(sample())) writeFileSync(join(results, name), content);
    const draft = `${archive}.partial`;
    const options = `${quickJava().JAVA_OPTS} -XX:ArchiveClassesAtExit=${draft}`;
    const argv = ['generate', results, '-o', join(work, 'report'), '--clean', '--single-file'];
    const surroundings = { ...env, ALLURE_NO_ANALYTICS: 'true', JAVA_OPTS: options };
    const { status } = spawnSync(join(tool, 'dist/bin/allure'), argv, { env: surroundings, stdio: 'ignore' });
    // Not marked as made: a Java that is installed later makes it with the next build.
    if (status !== 0 || !existsSync(draft)) return;
    renameSync(draft, archive);
    writeFileSync(stamp, made);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** Results with everything that a report of ours shows. */
function sample() {
  const attachments = [{ name: 'call', type: 'application/json', source: '1-attachment.json' }];
  const step = { name: 'step', status: 'failed', stage: 'finished', start: 1, stop: 2, steps: [], attachments };
  const labels = ['epic', 'feature', 'story', 'suite', 'parentSuite', 'severity', 'tag'].map((name) => ({
    name,
    value: 'normal',
  }));
  const result = {
    ...{ uuid: '1', historyId: '1', testCaseId: '1', fullName: 'sample', name: 'sample', status: 'failed' },
    ...{ stage: 'finished', start: 1, stop: 2, labels, steps: [{ ...step, parameters: [] }], attachments },
    ...{ description: 'a *sample*', links: [{ type: 'link', name: 'TM-00', url: 'index.html' }] },
    ...{ parameters: [{ name: 'n', value: '1' }], statusDetails: { message: 'it failed', trace: 'at sample' } },
  };
  return {
    '1-result.json': JSON.stringify(result),
    '2-result.json': JSON.stringify({ ...result, uuid: '2', historyId: '2', status: 'passed', statusDetails: {} }),
    '1-attachment.json': '{}',
    'environment.properties': 'run = 1\n',
    'categories.json': JSON.stringify([{ name: 'failed', matchedStatuses: ['failed'] }]),
  };
}
