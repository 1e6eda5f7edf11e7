import { contractDigest } from '../../contract/contract-digest.js';
import { withoutCardNumbers } from '../../card-data/card-number.js';
import {
  ruleEffects,
  type ContractChanges,
  type NamedContract,
  type RuleChange,
} from '../../contract/contract-changes.js';
import { canonicalJson } from '../../contract/document/canonical-json.js';
import { isObject, segmentsOf, type JsonObject } from '../../json/json-pointer.js';
import { operationPlaces } from '../../contract/document/operation-index.js';
import { differencesOf, type ReachingChange } from '../contract/compare-contracts.js';
import { describeChange } from '../contract/describe-change.js';
import { effectOfChange, isMark } from './effect-of-change.js';
import { effectOfStanding, standingSides, type StandingSides } from './effect-of-standing.js';
import { parentOf } from './known-standing.js';
import { membersNoLongerOnlySent } from './members-only-sent.js';

/** Longest value of a document that is quoted, in characters. */
const longest = 400;

/** The component that the judge takes for a refusal where an operation describes none. */
const refusal = '/components/schemas/Error';

/**
 * Everything in which the contract that judges a run differs from the published one, each with what it does to the judge. Both are
 * OpenAPI 3.1 documents that are known to be valid. A pure function: `verify` lists the changes again.
 */
export function contractChangesOf(published: JsonObject, judged: JsonObject): ContractChanges {
  const sides = standingSides(published, judged);
  const everywhere = operationIdsIn(published);
  const changes = differencesOf(published, judged).map((one) => changeOf(one, sides, everywhere));
  return {
    published: named(published),
    judged: named(judged),
    changes: [...changes, ...onlySent(changes, sides, everywhere)].sort(
      (a, b) => ruleEffects.indexOf(a.effect) - ruleEffects.indexOf(b.effect),
    ),
  };
}

function changeOf(one: ReachingChange, sides: StandingSides, everywhere: readonly Reached[]): RuleChange {
  const { change } = one;
  const { pair, rule, key } = change;
  const marked = isMark(change);
  const reached = operationsOf(one, everywhere);
  const gone = rule === 'component-removed' && pair.oldAt === refusal;
  const effect = gone ? 'weaker' : effectOfChange(one, () => effectOfStanding(change, sides));
  return {
    rule,
    effect: reached === null ? 'neutral' : effect,
    words: withoutCardNumbers(describeChange(change).words),
    ...(marked && key === 'x-provenance' ? knownAs(change, sides) : quoted(change)),
    at: { published: pair.oldAt, judged: pair.newAt },
    provenance: sides.old.known.near(pair.oldAt).provenance,
    operations: reached ?? [],
  };
}

/**
 * The operations that are judged by what changed; null for a component that nothing refers to. What stands above operations reaches
 * all of them below.
 */
function operationsOf({ change, uses }: ReachingChange, everywhere: readonly Reached[]): readonly string[] | null {
  const ids = uses.map(({ operationId, operation }) => operationId ?? operation);
  if (ids.length > 0) return [...new Set(ids)].toSorted();
  const { oldAt, newAt } = change.pair;
  if ([oldAt, newAt].every(isInComponent)) return null;
  const holder = isMark(change) ? parentOf(oldAt) : oldAt;
  const below = everywhere.filter(({ pointer }) => pointer.startsWith(`${holder}/`));
  return (below.length === 0 ? everywhere : below).map(({ operationId }) => operationId).toSorted();
}

/** True inside a component that the judge does not know by name; a mark of all components is in none of them. */
function isInComponent(pointer: string): boolean {
  const [section, , name] = segmentsOf(pointer);
  return section === 'components' && name !== undefined && !pointer.startsWith(refusal);
}

function knownAs({ pair }: ReachingChange['change'], { old, new: next }: StandingSides) {
  return {
    published: old.known.of(parentOf(pair.oldAt)).provenance,
    judged: next.known.of(parentOf(pair.newAt)).provenance,
  };
}

function quoted({ pair, before, after }: ReachingChange['change']) {
  return { published: quote(before ?? pair.old), judged: quote(after ?? pair.new) };
}

function quote(value: unknown): string | null {
  if (value === undefined) return null;
  const text = withoutCardNumbers(typeof value === 'string' ? value : canonicalJson(value));
  return text.length > longest ? `${text.slice(0, longest)} ...` : text;
}

function onlySent(
  found: readonly RuleChange[],
  { old, new: next }: StandingSides,
  everywhere: readonly Reached[],
): readonly RuleChange[] {
  const told = new Set(found.filter(({ rule }) => rule === 'write-only-lifted').map(({ at }) => at.published));
  return membersNoLongerOnlySent(old.document, next.document)
    .filter(({ at }) => !told.has(`${at.published}/writeOnly`))
    .map((one) => ({
      ...one,
      rule: 'write-only-lifted',
      effect: 'weaker',
      provenance: old.known.near(one.at.published).provenance,
      operations: everywhere.map(({ operationId }) => operationId).toSorted(),
    }));
}

interface Reached {
  readonly operationId: string;
  readonly pointer: string;
}

function operationIdsIn(document: JsonObject): readonly Reached[] {
  return [...operationPlaces(document), ...operationPlaces(document, 'webhooks')].map(
    ({ method, path, pointer, value }) => ({
      operationId: typeof value['operationId'] === 'string' ? value['operationId'] : `${method} ${path}`,
      pointer,
    }),
  );
}

function named(document: JsonObject): NamedContract {
  const info = document['info'];
  const version = isObject(info) && typeof info['version'] === 'string' ? info['version'] : '';
  return { version, sha256: contractDigest(document) };
}
