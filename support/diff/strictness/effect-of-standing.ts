import type { RuleEffect } from '../../contract/contract-changes.js';
import { isObject, valueAt, type JsonObject } from '../../json/json-pointer.js';
import type { Standing } from '../../contract/document/places.js';
import { strength } from '../../contract/document/weakest-standing.js';
import { findingLevel } from '../../contract/judge/finding-level.js';
import type { FindingLevel } from '../../judgement/provenance.js';
import type { Aspect } from '../../contract/schema/problem.js';
import type { RawChange } from '../contract/comparison.js';
import { isMark, worstEffect } from './effect-of-change.js';
import { knownStanding, parentOf, type KnownStanding } from './known-standing.js';

const weight: Readonly<Record<FindingLevel, number>> = { fail: 2, review: 1, advisory: 0 };
const aspects: readonly Aspect[] = ['presence', 'type', 'value'];

/** Both documents with how well each knows its rules. */
export interface StandingSides {
  readonly old: { readonly document: JsonObject; readonly known: KnownStanding };
  readonly new: { readonly document: JsonObject; readonly known: KnownStanding };
}

/** Indexes two documents. CON-112 for a mark that nobody knows. */
export function standingSides(old: JsonObject, next: JsonObject): StandingSides {
  return {
    old: { document: old, known: knownStanding(old) },
    new: { document: next, known: knownStanding(next) },
  };
}

/** What a changed mark, or a reference that leads elsewhere, does to how much a broken rule weighs. */
export function effectOfStanding(change: RawChange, sides: StandingSides): RuleEffect {
  const { key, pair } = change;
  const reference = !isMark(change);
  const [old, next] = reference ? [pair.oldAt, pair.newAt] : [parentOf(pair.oldAt), parentOf(pair.newAt)];
  if (!reference && key === 'x-rules') return effectOfRules(old, next, sides);
  // Pages, the kind of object a call creates and the vendor's own id decide nothing.
  if (!reference && !['x-provenance', 'x-questions'].includes(key)) return 'neutral';
  return shift(sides.old.known.of(old), sides.new.known.of(next));
}

function effectOfRules(oldAt: string, newAt: string, { old, new: next }: StandingSides): RuleEffect {
  const keywords = new Set([...rulesAt(old.document, oldAt), ...rulesAt(next.document, newAt)]);
  const [before, after] = [old.known.ofRules(oldAt, keywords), next.known.ofRules(newAt, keywords)];
  const shifts = [...before].flatMap(([rule, standing]) => {
    const now = after.get(rule);
    return now === undefined ? [] : [shift(standing, now)];
  });
  const [closed, stillClosed] = [old.known.closed(oldAt), next.known.closed(newAt)];
  const closing: RuleEffect = closed === stillClosed ? 'neutral' : closed ? 'weaker' : 'stronger';
  return worstEffect([...shifts, closing]);
}

function rulesAt(document: JsonObject, pointer: string): readonly string[] {
  const schema = valueAt(document, pointer);
  const rules = isObject(schema) ? schema['x-rules'] : undefined;
  return isObject(rules) ? Object.keys(rules) : [];
}

/** Weaker when a broken rule weighs less in any respect than before, or is known less well. */
function shift(before: Standing, after: Standing): RuleEffect {
  const weights = ({ provenance, ...standing }: Standing): readonly number[] => [
    strength[provenance],
    ...aspects.map((aspect) => weight[findingLevel({ provenance, ...standing }, aspect)]),
  ];
  const is = weights(after);
  return worstEffect(
    weights(before).map((was, index) => {
      const now = is[index] ?? 0;
      if (now === was) return 'neutral';
      return now < was ? 'weaker' : 'stronger';
    }),
  );
}
