import assert from 'node:assert/strict';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { aRun, withFolder } from '../evidence/testing/sample-run.js';
import { allureBeside } from './allure-beside.js';
import { capturedIo, type CapturedIo } from './captured-io.js';
import { standInJava, type StandInJava } from './test-kit/stand-in-java.js';

const posix = process.platform === 'win32' ? 'the stand-in for Java is a shell script' : false;

interface Place extends CapturedIo {
  readonly folder: string;
  readonly output: string;
  readonly made: () => Promise<string[]>;
}

async function withJava(java: StandInJava, use: (place: Place) => Promise<void>): Promise<void> {
  await withFolder(async (root) => {
    const folder = join(root, 'runs/run-1');
    await mkdir(join(folder, 'allure-results'), { recursive: true });
    await writeFile(join(folder, 'allure-results/a-result.json'), '{}');
    const captured = capturedIo(root, await standInJava(root, java));
    const made = () => readdir(join(root, 'allure')).catch(() => []);
    await use({ ...captured, folder, output: join(root, 'allure/run-1'), made });
  });
}

test('the report is there when it is asked for, and its place is said', { skip: posix }, () =>
  withJava('works', async (place) => {
    const { io, folder, output, made } = place;
    const allure = allureBeside(folder, output, io);
    await allure.start();
    await allure.show(aRun());
    assert.equal(place.stderr(), `Allure report: ${join(output, 'index.html')}\n`);
    assert.deepEqual(await made(), ['run-1']);
  }),
);

test('whoever starts the report goes on when Java is at work', { skip: posix }, () =>
  withJava('waits', async (place) => {
    const { io, folder, output } = place;
    const allure = allureBeside(folder, output, io);
    const processes = () => process.getActiveResourcesInfo().filter((name) => name === 'ProcessWrap').length;
    const before = processes();
    await allure.start();
    assert.equal(processes(), before + 1);
    place.interrupt();
    await allure.show(aRun());
  }),
);

test('a pack with card data has no report', { skip: posix }, () =>
  withJava('works', async (place) => {
    const { io, folder, output, made } = place;
    const allure = allureBeside(folder, output, io);
    await allure.start();
    const run = aRun();
    await allure.show({ ...run, recorded: { ...run.recorded, cardData: 'broken' } });
    assert.match(place.stderr(), /none, because the pack holds card data/);
    assert.deepEqual(await made(), []);
  }),
);

test('views that were made anew begin a new report', { skip: posix }, () =>
  withJava('works', async (place) => {
    const { io, folder, output, made } = place;
    const allure = allureBeside(folder, output, io);
    await allure.start();
    await allure.start();
    await allure.show(aRun());
    assert.equal(place.stderr().split('\n').length, 2);
    assert.deepEqual(await made(), ['run-1']);
  }),
);

test('a run that breaks stops Java and leaves nothing of the report', { skip: posix }, () =>
  withJava('waits', async (place) => {
    const { io, folder, output, made } = place;
    const allure = allureBeside(folder, output, io);
    const broken = allure.orGiveUp(async () => {
      await allure.start();
      throw new Error('the disk is full');
    });
    await assert.rejects(broken, /the disk is full/);
    assert.deepEqual([place.stderr(), await made()], ['', []]);
  }),
);

test('whoever interrupts does not wait for the report', { skip: posix }, () =>
  withJava('waits', async (place) => {
    const { io, folder, output, made } = place;
    const allure = allureBeside(folder, output, io);
    await allure.start();
    place.interrupt();
    await allure.show(aRun());
    await allure.start();
    await allure.show(aRun());
    assert.deepEqual([place.stderr(), await made()], ['', []]);
  }),
);

test('a report that cannot be made is said and changes nothing', { skip: posix }, () =>
  withJava('fails', async (place) => {
    const { io, folder, output, made } = place;
    const allure = allureBeside(folder, output, io);
    await allure.start();
    await allure.show(aRun());
    assert.match(place.stderr(), /^Allure report: skipped\. CMD-303: /);
    assert.deepEqual(await made(), []);
  }),
);
