import { canonicalJson } from '../../../contract/document/canonical-json.js';
import { isObject } from '../../../json/json-pointer.js';
import type { Work } from '../aspect.js';
import { compareSecurityScheme } from '../document/compare-security-scheme.js';
import { memberOf, type Pair } from '../pair.js';
import { sameOrder } from '../same-order.js';

/** Compares the credentials an operation asks for: its own list, else that of the document. */
export function compareSecurity(work: Work): void {
  const pair = effective(work);
  const [old, next] = [alternativesOf(pair.old), alternativesOf(pair.new)];
  const [gone, come] = [old.filter((one) => !next.includes(one)), next.filter((one) => !old.includes(one))];
  const [before, after] = [gone, come].map((list) => list.join(' or '));
  if (asksNothing(old) !== asksNothing(next)) {
    work.note(asksNothing(old) ? 'security-required' : 'security-waived', pair, { before, after });
  } else if (gone.length === 1 && come.length === 1) work.note('security-changed', pair, { before, after });
  else {
    for (const key of come) work.note('security-alternative-added', pair, { key, before: null, after: null });
    for (const key of gone) work.note('security-alternative-removed', pair, { key, before: null, after: null });
  }
  if (!sameOrder(old, next)) work.note('order-changed', pair, { key: 'security', before: null, after: null });
  const own = work.member('security', work.pair.place);
  if (!work.comparison.same(own) && !work.comparison.noted(own) && gone.length + come.length === 0) {
    work.note('annotation-changed', own, { key: 'security' });
  }
  followSchemes(work, pair);
}

/** Whoever asks for a scheme is reached by what changes in it. */
function followSchemes(work: Work, asked: Pair): void {
  const { old, new: next } = work.comparison;
  const root: Pair = { old, new: next, oldAt: '', newAt: '', place: '' };
  const schemes = memberOf(memberOf(root, 'components'), 'securitySchemes');
  for (const name of new Set([...schemeNames(asked.old), ...schemeNames(asked.new)])) {
    const scheme = memberOf(schemes, name, `securitySchemes/${name}`);
    if (scheme.old === undefined || scheme.new === undefined) continue;
    work.comparison.follow(work.part, work.polarity, scheme, compareSecurityScheme);
  }
}

function schemeNames(security: unknown): readonly string[] {
  return Array.isArray(security) ? security.filter(isObject).flatMap((one) => Object.keys(one)) : [];
}

function effective(work: Work): Pair {
  const own = work.member('security', work.pair.place);
  const { old, new: next } = work.comparison;
  return {
    ...own,
    ...(own.old === undefined ? { old: old['security'], oldAt: '/security' } : {}),
    ...(own.new === undefined ? { new: next['security'], newAt: '/security' } : {}),
    // What a document asks for everywhere changes once, however many operations inherit it.
    place: own.old === undefined && own.new === undefined ? 'every operation' : own.place,
  };
}

function alternativesOf(security: unknown): readonly string[] {
  if (!Array.isArray(security)) return [];
  return [...new Set(security.map(alternative))];
}

/** Schemes of one alternative by name; the order of schemes and scopes means nothing. */
function alternative(requirement: unknown): string {
  if (!isObject(requirement)) return canonicalJson(requirement);
  const names = Object.entries(requirement).map(([name, scopes]) =>
    Array.isArray(scopes) && scopes.length > 0 ? `${name} (${scopes.map(String).sort().join(', ')})` : name,
  );
  return names.sort().join(' and ') || 'no credentials';
}

function asksNothing(alternatives: readonly string[]): boolean {
  return alternatives.length === 0 || alternatives.every((one) => one === 'no credentials');
}
