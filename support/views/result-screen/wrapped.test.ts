import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { wrapped } from './wrapped.js';

const bare = (text: string) => text.replace(/[\s\u0000-\u001F\u007F]/g, '');

test('nothing is lost but spaces, and every line fits', () => {
  fc.assert(
    fc.property(
      fc.string(),
      fc.integer({ min: 20, max: 60 }),
      fc.integer({ min: 0, max: 8 }),
      (text, width, indent) => {
        const lines = wrapped(text, { width, indent, lines: 1000 });
        assert.equal(bare(lines.join('')), bare(text));
        assert.ok(lines.every((line) => line.length <= width));
        assert.ok(lines.slice(1).every((line) => line.startsWith(' '.repeat(indent))));
      },
    ),
  );
});

test('beyond its lines a text is cut, and shown to be', () => {
  const lines = wrapped('word '.repeat(50), { width: 20, indent: 2, lines: 3 });
  assert.deepEqual(lines, ['word word word word', '  word word word', '  word word word wo…']);
});

test('a short text is one line, as it is', () => {
  assert.deepEqual(wrapped('  ok   as it is', { width: 20, indent: 4, lines: 3 }), ['  ok   as it is']);
});
