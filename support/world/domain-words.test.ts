import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { packageRoot } from '../config/package-root.js';
import { domainWords } from './domain-words.js';

interface EditorSettings {
  readonly 'cucumber.features': readonly string[];
  readonly 'cucumber.glue': readonly string[];
  readonly 'cucumber.parameterTypes': readonly { readonly name: string; readonly regexp: string }[];
}

test('the editor completes the same words as the steps take', async () => {
  const text = await readFile(join(packageRoot(), '.vscode/settings.json'), 'utf8');
  const settings = JSON.parse(text) as EditorSettings;
  assert.deepEqual(
    settings['cucumber.parameterTypes'],
    Object.entries(domainWords).map(([name, { source }]) => ({ name, regexp: source })),
  );
});

test('every parameter type is either in the table or written out where the editor can read it', async () => {
  const code = await readFile(join(packageRoot(), 'support/world/parameter-types.ts'), 'utf8');
  const defined = [...code.matchAll(/defineParameterType\(\{\s*name: '(\w+)',\s*regexp: ([^\n]+?),\s*transformer/g)];
  assert.equal(defined.length, code.split('defineParameterType(').length - 1, 'each definition is recognised');
  for (const [, name = '', regexp = ''] of defined) {
    const computed = Object.hasOwn(domainWords, name);
    assert.match(regexp, computed ? new RegExp(`^domainWords\\.${name}$`) : /^\/.+\/$/, name);
  }
});
