import assert from 'node:assert/strict';
import { it } from 'node:test';
import fc from 'fast-check';
import { create } from 'xmlbuilder2';
import { XmlWriter } from './xml-writer.js';

it('writes elements and text as people lay them out', () => {
  const xml = new XmlWriter().element('a', { n: 1, of: 'x' }).element('b', {}).text('two\nlines').end();
  xml.element('c', {}).end().element('d', {}).element('e', {}).text('').end().end().end();
  assert.equal(
    xml.take(),
    '<?xml version="1.0" encoding="UTF-8"?>\n<a n="1" of="x">\n  <b>two\nlines</b>\n  <c/>\n  <d>\n    <e/>\n  </d>\n</a>',
  );
  assert.equal(xml.take(), '');
});

it('writes text and attributes that another reader reads as they were given, whatever they hold', () => {
  const awkward = fc.constantFrom('&lt;', '&amp;', '&', '<', '>', '"', "'", ']]>', '\n', '\t', 'ä', '\u{1F4B3}');
  fc.assert(
    fc.property(fc.string({ unit: fc.oneof(awkward, fc.string({ unit: 'grapheme', maxLength: 2 })) }), (drawn) => {
      const given = `.${drawn.replace(/[^\t\n\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')}.`;
      const written = new XmlWriter().element('a', { b: given }).text(given).end().take();
      const read = create(written).root().node as unknown as {
        readonly textContent: string;
        getAttribute(name: string): string;
      };
      assert.deepEqual([read.textContent, read.getAttribute('b')], [given, given]);
    }),
  );
});

it('stands in for what no XML can hold', () => {
  const written = new XmlWriter().element('a', { b: '\u0000' }).text('\u001B \uD800 \r').end().take();
  assert.match(written, /<a b="\uFFFD">\uFFFD \uFFFD &#13;<\/a>$/);
});

it('refuses what would be no document', () => {
  assert.throws(() => new XmlWriter().end(), /no element is open/);
  assert.throws(() => new XmlWriter().text('a'), /no empty element/);
  assert.throws(() => new XmlWriter().element('a', {}).text('b').element('c', {}), /a holds text and can hold no c/);
});
