import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { code, prose, table } from './markdown.js';
import { withinBytes } from './within-bytes.js';

const spiteful = fc
  .array(
    fc.constantFrom('`', '``', '|', '*', '_', '<b>', '&amp;', '@team', '[x](y)', '\n', '\\', '$a$', ' ', '# h', '~~'),
  )
  .map((parts) => parts.join(''));
const anyText = fc.oneof(spiteful, fc.string({ unit: 'binary' }));
const flat = (text: string) => text.replace(/[\s\u0000-\u001F\u007F-\u009F\u2028\u2029]+/g, ' ').trim();

const entities: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&commat;': '@' };

test('prose means what it says: nothing special is left free, and reading it back gives the text', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const written = prose(text);
      const free = written.replace(/\\[\\`*_[\]|~$#!]|&(?:amp|lt|gt|commat);/g, '');
      assert.doesNotMatch(free, /[\\`*_[\]|~$#!<>&@\n]/);
      const read = written.replace(/\\(.)|&\w+;/g, (whole, escaped?: string) => escaped ?? entities[whole] ?? '?');
      assert.equal(read, flat(text));
    }),
  );
});

test('a code span ends where it should, and holds no free pipe', () => {
  const notEmpty = anyText.filter((text) => flat(text) !== '');
  fc.assert(
    fc.property(notEmpty, (text) => {
      const written = code(text);
      const fence = /^`+/.exec(written)?.[0] ?? '';
      const inside: readonly string[] = written.slice(fence.length, -fence.length).match(/`+/g) ?? [];
      // The first run of as many backticks ends a span.
      assert.ok(fence !== '' && written.endsWith(fence) && !inside.includes(fence), written);
      assert.doesNotMatch(written.replaceAll(String.raw`\|`, ''), /[|\n]/);
    }),
  );
  assert.equal(code('a`b'), '``a`b``');
  assert.equal(code('`x`'), '`` `x` ``');
  assert.equal(code(' \n'), '');
});

test('a table has its heading, and none without rows', () => {
  assert.deepEqual(table(['a', 'b'], [['1', '2']]), ['| a | b |', '| --- | --- |', '| 1 | 2 |']);
  assert.deepEqual(table(['a'], []), []);
});

test('whole lines as long as they fit, counted in bytes', () => {
  assert.deepEqual(withinBytes(['aé', 'b'], 6), { text: 'aé\nb\n', left: 0 });
  assert.deepEqual(withinBytes(['aé', 'b'], 5), { text: 'aé\n', left: 1 });
  assert.deepEqual(withinBytes(['a'], 1), { text: '', left: 1 });
});
