import assert from 'node:assert/strict';
import { test } from 'node:test';
import { documentHead } from './document-head.js';

const [, style = ''] = /<style>([^]*)<\/style>/.exec(documentHead('A page').toString()) ?? [];

/** The declarations of every rule whose selector or media query says this, by the selector. */
function rulesSaying(words: RegExp): readonly (readonly [selector: string, declarations: readonly string[]])[] {
  // Rules inside a media query carry its condition in front of their own selector.
  const flat = style.replaceAll(/@media([^{]+)\{((?:[^{}]+\{[^{}]*\})*)\}/g, (_all, query: string, rules: string) =>
    rules.replaceAll(/([^{}]+)\{/g, (_rule, selector: string) => `@media${query}|${selector}{`),
  );
  const rules = [...flat.matchAll(/([^{}]+)\{([^{}]*)\}/g)].map(
    ([, selector = '', body = '']) => [selector.trim(), body.split(';').filter((each) => each !== '')] as const,
  );
  return rules.filter(([selector]) => words.test(selector));
}

test('a dark screen changes the named colours of the page and nothing else: only contrast is tried on it', () => {
  const dark = rulesSaying(/prefers-color-scheme/);
  assert.deepEqual(
    dark.map(([selector]) => selector),
    ['@media screen and (prefers-color-scheme:dark)|:root'],
  );
  const [, declarations = []] = dark[0] ?? [];
  assert.ok(declarations.length > 10, declarations.join());
  for (const each of declarations) assert.match(each, /^--[a-z-]+:#(?:[0-9a-f]{3}|[0-9a-f]{6})$/);
});

test('what is opened changes the colour of a border and nothing else: contrast is tried on the open page only', () => {
  assert.deepEqual(rulesSaying(/\[open\]|:open/), [['.scenario[open]', ['border-color:var(--soft)']]]);
});
