import { createHash } from 'node:crypto';
import { canonicalJson } from '../../contract/document/canonical-json.js';
import { addedContent } from './added-content.js';
import type { RawChange } from './comparison.js';
import { diffRules } from './rules/diff-rules.js';

/** Longest value shown in a sentence, in characters. */
const longest = 80;

/** The sentence of a difference, with what stood there before and after. */
export function describeChange(change: RawChange): {
  readonly words: string;
  readonly before: string | null;
  readonly after: string | null;
} {
  const [before, after] = [shown(change.before), shown(change.after)];
  const filled: Readonly<Record<string, string>> = {
    key: change.key,
    before: before ?? 'nothing',
    after: after ?? 'nothing',
  };
  const said = diffRules[change.rule].says.replace(/\{(\w+)\}/g, (_, name: string) => filled[name] ?? '');
  const words = said.length > 4 * longest ? `${said.slice(0, 4 * longest)} ...` : said;
  return { words: `${change.pair.place} ${words}`.trim(), before, after };
}

/**
 * The fingerprint of a difference: of its rule, its place in words, its values and what it adds, so that approvals survive
 * unrelated edits and another order of either document, and cover nothing that nobody saw.
 */
export function fingerprintOf(change: RawChange): string {
  const { rule, pair, key, before, after } = change;
  const added = addedContent(change);
  const identity = [rule, pair.place, key, before ?? null, after ?? null, ...(added === null ? [] : [added])];
  return createHash('sha256').update(canonicalJson(identity)).digest('hex').slice(0, 12);
}

function shown(value: unknown): string | null {
  if (value === undefined || value === null) return null;
  const text = typeof value === 'string' ? value : canonicalJson(value);
  return text.length > longest ? `${text.slice(0, longest)} ...` : text;
}
