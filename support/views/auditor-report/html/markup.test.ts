import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { markup, Html } from './markup.js';
import { visibleText } from './visible-text.js';

const shown = (value: string): string => markup`<p title="${value}">${value}</p>`.toString();

test('whatever a value holds, it opens no tag, closes no attribute and names no entity', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (value) => {
      const inside = shown(value).replace(/^<p title="|<\/p>$/g, '');
      assert.equal(inside.split('<').length, 1);
      assert.equal(inside.split('"').length, 2);
      assert.doesNotMatch(inside, /&(?!(?:amp|lt|gt|quot|#39);)/);
    }),
  );
});

test('text that needs no escaping stays as it is', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[\w .,:;/()\n\t-]*$/), (value) => {
      assert.equal(markup`${value}`.toString(), value);
    }),
  );
});

const hostile: readonly (readonly [string, string])[] = [
  ['<script>alert(1)</script>', '&lt;script&gt;alert(1)&lt;/script&gt;'],
  [`"onload='x'`, '&quot;onload=&#39;x&#39;'],
  ['pay\u202Eelbatpecca', 'pay‹U+202E›elbatpecca'],
  ['a\u0000b\u200Bc\uFEFF', 'a‹U+0000›b‹U+200B›c‹U+FEFF›'],
  ['\uD800', '‹U+D800›'],
  ['&amp;', '&amp;amp;'],
];
for (const [value, expected] of hostile) {
  test(`${JSON.stringify(value)} is shown, not obeyed`, () => assert.equal(markup`${value}`.toString(), expected));
}

test('letters of any script and emoji outside the basic plane are text like any other', () => {
  assert.equal(visibleText('שלום 你好 😀'), 'שלום 你好 😀');
});

test('HTML inside HTML is kept, lists are joined, null leaves nothing, numbers are text', () => {
  const items = ['a', '<'].map((item) => markup`<li>${item}</li>`);
  assert.equal(markup`<ul>${items}${null}</ul>${3}`.toString(), '<ul><li>a</li><li>&lt;</li></ul>3');
  assert.equal(markup`${Html.trusted('<br>')}`.toString(), '<br>');
});
