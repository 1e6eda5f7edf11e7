import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { packageRoot } from '../config/package-root.js';
import { catalogueOf } from '../runner/catalogue.js';
import { readFeatures } from '../runner/cucumber.js';

const pages = ['README.md', 'docs/cucumber.md'].map((page) => readFileSync(join(packageRoot(), page), 'utf8'));

test('each line of a feature that the documents run is the line of a scenario', async () => {
  const named = [...pages.join('').matchAll(/\b(features\/\S+\.feature):(\d+)/g)].map(
    ([, uri, line]) => `${uri}:${line}`,
  );
  assert.notEqual(named.length, 0);
  const scenarios = [...catalogueOf(await readFeatures()).values()].map(({ uri, line }) => `${uri}:${String(line)}`);
  for (const place of named) assert.ok(scenarios.includes(place), `${place} holds no scenario`);
});
