import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { packageRoot } from '../../config/package-root.js';
import { isRecordedPlace, recordedPaths } from './recorded-places.js';

test('docs/verify.md says of every place of a pack what holds it', async () => {
  const text = await readFile(join(packageRoot(), 'docs/verify.md'), 'utf8');
  const named = [...text.matchAll(/^\| (.*?) \|/gm)].flatMap(([, cell = '']) =>
    [...cell.matchAll(/`([^`]+)`/g)].map(([, path = '']) => path),
  );
  assert.ok(named.length > 30, `${named.length} places`);
  const covers = (path: string) =>
    named.some((name) => name === path || (name.includes('*') && path.startsWith(name.slice(0, name.indexOf('*')))));
  assert.deepEqual(
    recordedPaths.filter((path) => !covers(path)),
    [],
  );
  // A row of a place that is no more would promise a check that nobody makes.
  const gone = named.filter((name) => !name.includes('*') && name !== 'summary.json' && name !== 'results/gate.json');
  assert.deepEqual(
    gone.filter((name) => !isRecordedPlace(name)),
    [],
  );
});
