import assert from 'node:assert/strict';
import { mkdir, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { beFrugalWith } from './frugal-heap.js';
import { withFolder } from './testing/sample-run.js';

const large = 17 * 1024 * 1024;

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
        await beFrugalWith(join(root, pack), (flags) => {
          set.push(`${pack} ${flags}`);
        });
      }
      return set;
    };
    assert.deepEqual(await look(), []);
    await truncate(exchanges, large);
    assert.deepEqual(await look(), ['run --heap-growing-percent=25']);
    await truncate(join(root, 'run.zip'), large);
    assert.deepEqual(await look(), ['run --heap-growing-percent=25', 'run.zip --heap-growing-percent=25']);
  }));
