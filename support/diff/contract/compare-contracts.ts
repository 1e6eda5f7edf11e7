import type { JsonObject } from '../../json/json-pointer.js';
import { changeClasses } from './change-class.js';
import { classifyChange, type ReachedUse } from './classify-change.js';
import { Comparison, type RawChange } from './comparison.js';
import type { ContractChange, SourceLocation } from './contract-change.js';
import { describeChange, fingerprintOf } from './describe-change.js';
import { compareDocument } from './document/compare-document.js';
import { internValues } from './intern-values.js';
import { componentReference, renamedComponents } from './renamed-components.js';
import { otherWritings } from './plain/other-writings.js';
import { plainDocument } from './plain/plain-document.js';
import { diffRules } from './rules/diff-rules.js';
import { usesOf } from './uses-of.js';

/** A difference with its class and uses, before its place in the files is looked up. */
export type PlacedChange = Omit<ContractChange, 'old' | 'new'> & { readonly oldAt: string; readonly newAt: string };

/** A difference as it was found, with the operations it reaches. */
export interface ReachingChange {
  readonly change: RawChange;
  readonly uses: readonly ReachedUse[];
}

/**
 * Compares two OpenAPI 3.1 documents in which every reference is local and leads somewhere. Each difference is found once,
 * with the operations it reaches; the worst come first. Trading the documents gives every difference its mirror.
 */
export function compareContracts(old: JsonObject, next: JsonObject): readonly PlacedChange[] {
  const plain = { old: plainDocument(old), new: plainDocument(next) };
  const found = differencesOf(plain.old.document, plain.new.document)
    .map(placed)
    .map((change) => ({
      ...change,
      oldAt: plain.old.sourceOf(change.oldAt),
      newAt: plain.new.sourceOf(change.newAt),
    }));
  return [...found, ...otherWritings(old, next, plain, found).map(placed)].sort(
    (a, b) => changeClasses.indexOf(a.class) - changeClasses.indexOf(b.class),
  );
}

/** Everything that differs between two documents as they are written, before anybody says how bad it is. */
export function differencesOf(old: JsonObject, next: JsonObject): readonly ReachingChange[] {
  const renamed = renamedComponents(old, next);
  const references = renamed.map(
    ({ section, before, after }) => [componentReference(section, after), componentReference(section, before)] as const,
  );
  const comparison = new Comparison(old, next, internValues(new Map(references)));
  const uses = usesOf(compareDocument(comparison, renamed));
  return [...comparison.changes.values()].map((change) => ({ change, uses: uses.get(change) ?? [] }));
}

function placed({ change, uses }: ReachingChange): PlacedChange {
  return {
    rule: change.rule,
    class: classifyChange(change, uses),
    fingerprint: fingerprintOf(change),
    place: change.pair.place,
    because: diffRules[change.rule].because ?? null,
    ...describeChange(change),
    uses: uses.map(({ operation, operationId, direction }) => ({ operation, operationId, direction })),
    oldAt: change.pair.oldAt,
    newAt: change.pair.newAt,
  };
}

/** A change with its places in both files. */
export function located(
  { oldAt, newAt, ...change }: PlacedChange,
  locate: { readonly old: (pointer: string) => SourceLocation; readonly new: (pointer: string) => SourceLocation },
): ContractChange {
  return { ...change, old: locate.old(oldAt), new: locate.new(newAt) };
}
