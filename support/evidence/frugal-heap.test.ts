import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdir, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { beFrugalWith } from './frugal-heap.js';
import { withFolder } from './testing/sample-run.js';

const run = promisify(execFile);
const large = 5 * 1024 * 1024;

test('only a large recording or zip makes the heap collect more often', () =>
  withFolder(async (root) => {
    const exchanges = join(root, 'run/exchanges/exchanges.ndjson');
    await mkdir(join(root, 'run/exchanges'), { recursive: true });
    await writeFile(exchanges, '');
    await writeFile(join(root, 'run.zip'), '');
    const set: string[] = [];
    const look = async () => {
      set.length = 0;
      for (const pack of ['run', 'run.zip', 'none']) {
        await beFrugalWith(join(root, pack), (flag) => {
          set.push(`${pack} ${flag.split('=')[0] ?? ''}`);
        });
      }
      return set;
    };
    assert.deepEqual(await look(), []);
    await truncate(exchanges, large);
    const flags = ['--heap-growing-percent', '--optimize-for-size', '--semi-space-growth-factor'];
    const ofRun = flags.map((flag) => `run ${flag}`);
    assert.deepEqual(await look(), ofRun);
    await truncate(join(root, 'run.zip'), large);
    assert.deepEqual(await look(), [...ofRun, ...flags.map((flag) => `run.zip ${flag}`)]);
  }));

/** Tells how much a process of its own has set aside for new objects: while they are many, and after some work more. */
const program = `
import { getHeapSpaceStatistics } from 'node:v8';
import { beFrugalWith } from '${new URL('frugal-heap.js', import.meta.url).href}';
const forNewObjects = () => getHeapSpaceStatistics().find(({ space_name }) => space_name === 'new_space').space_size;
const work = () => {
  let kept = [];
  for (let index = 0; index < 400000; index += 1) {
    kept.push(JSON.parse('{"a":[1,2,3],"b":{"c":"' + index + '"}}'));
    if (kept.length > 60000) kept = kept.slice(30000);
  }
};
work();
const before = forNewObjects();
await beFrugalWith(process.argv[1]);
work();
process.stdout.write(JSON.stringify({ before, after: forNewObjects() }));
`;

test('the part of the heap for new objects shrinks, in this Node and V8', () =>
  withFolder(async (root) => {
    const zip = join(root, 'run.zip');
    await writeFile(zip, '');
    await truncate(zip, large);
    const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', program, zip]);
    const { before, after } = JSON.parse(stdout) as { readonly before: number; readonly after: number };
    assert.ok(before > 8 * 1024 * 1024, `it had grown to ${before} bytes`);
    assert.ok(after <= 4 * 1024 * 1024, `it was ${after} bytes then`);
  }));
