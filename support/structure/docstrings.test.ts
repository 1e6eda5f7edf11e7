import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { packageRoot } from '../config/package-root.js';

const root = packageRoot();
const declared = /^export (?:declare )?(?:async )?(?:abstract )?(?:function\*?|const|class|interface|type|enum) (\w+)/;

/** What a text exports without a word about it in the line above. */
function unexplained(text: string): readonly string[] {
  const lines = text.split('\n');
  return lines.flatMap((line, index) => {
    const [, name] = declared.exec(line) ?? [];
    return name === undefined || lines[index - 1]?.endsWith('*/') === true ? [] : [name];
  });
}

test('what nobody explains is found, whatever it is', () => {
  const text =
    '/** Said. */\nexport const a = 1;\n\nexport interface B {}\nexport async function c() {}\n// No.\nexport type D = 1;';
  assert.deepEqual(unexplained(text), ['B', 'c', 'D']);
});

test('every module says what it exports', () => {
  const paths = ['support', 'steps'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) => `${folder}/${name}`),
  );
  const sources = paths.filter((path) => path.endsWith('.ts') && !/\.test\.ts$|\/(?:fixtures|generated)\//.test(path));
  assert.ok(sources.length > 1500, `only ${sources.length} sources found`);
  const silent = sources.flatMap((path) =>
    unexplained(readFileSync(join(root, path), 'utf8')).map((name) => `${path} exports ${name}`),
  );
  assert.deepEqual(silent, []);
});
