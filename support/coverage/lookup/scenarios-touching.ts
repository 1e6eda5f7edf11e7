import type { Coverage, CoverageRow } from '../coverage.js';
import { idParts } from '../gate/target-id.js';
import { placesIn } from './place-ranges.js';

/** What of a suite exercises one place of the contract. */
export interface Touching {
  /** Targets at or below the place; where none of these was matched, what is nearest around it. */
  readonly targets: readonly string[];
  /** Scenarios that matched one of them, in running order. */
  readonly scenarios: readonly string[];
  /** Rows these scenarios belong to, sorted. */
  readonly requirements: readonly string[];
  /** True when a target at or below the place was matched; false when only something around it was found. */
  readonly precise: boolean;
}

/** What is asked for at a place: of one operation, and of what travels one way there; null for all. */
export interface TouchedUse {
  readonly operationId: string;
  /** `request` for what the client sends, `response` for what it receives: in a call of the platform, its request. */
  readonly direction: 'request' | 'response';
}

const sharedResponses = '/components/responses/';

/**
 * The scenarios and rows that exercise a place of the contract: `pointer` is a JSON Pointer into the contract document, `use`
 * narrows what operations share to one of them and one direction; null for all. Where no target at, below or above the place
 * was matched, as with what a shared schema says about itself, the nearest that surely holds it is taken: of an answer the
 * component, else all of the operation; of an answer of its own kind never more than those who had it. Rather too much than
 * too little: what is left out here is not tested again.
 */
export function scenariosTouching(coverage: Coverage, use: TouchedUse | null, pointer: string): Touching {
  const own = use === null ? coverage.targets : rowsOf(coverage, use);
  const { found, precise } = targetsFor(own, use, pointer);
  // A shared response was matched by scenarios of other operations too.
  const within = use === null ? null : placesOf(cameIn(own, use, pointer) ?? own.filter(isOperation));
  const places = [...placesOf(found)].filter((place) => within?.has(place) ?? true).sort((a, b) => a - b);
  const scenarios = places.flatMap((place) => coverage.scenarios[place] ?? []);
  return {
    targets: found.map(({ id }) => id),
    scenarios: scenarios.map(({ id }) => id),
    requirements: [...new Set(scenarios.flatMap(({ requirements }) => requirements))].sort(),
    precise: precise && places.length > 0,
  };
}

/**
 * The answers of an operation that a place stands in; null where it stands in none, or coverage knows none there. Who never had such
 * an answer did not meet what changed in it, however often they called.
 */
function cameIn(
  own: readonly CoverageRow[],
  { direction }: TouchedUse,
  pointer: string,
): readonly CoverageRow[] | null {
  const answers = direction === 'response' ? own.filter((row) => isStatus(row) && isWithin(pointer, row.contract)) : [];
  return answers.length === 0 ? null : answers;
}

/** The targets that stand for a place, the nearest that anything matched first. */
function targetsFor(own: readonly CoverageRow[], use: TouchedUse | null, pointer: string) {
  // Who breaks a rule shows that it holds; those whom it lets pass are found elsewhere.
  const [broken, kept] = [own.filter(isBroken), own.filter((row) => !isBroken(row))];
  const at = (rows: readonly CoverageRow[]) => rows.filter(({ contract }) => isWithin(contract, pointer));
  if (isMatched(at(kept))) return { found: at(own), precise: true };
  const whole = use === null ? [] : own.filter(isOperation);
  const around = [nearestAbove(kept, pointer), use?.direction === 'response' ? holderOf(kept, pointer) : [], whole];
  return { found: [...at(broken), ...(around.find(isMatched) ?? [])], precise: false };
}

/** The targets of an operation, and of the responses it shares with others, in one direction. */
function rowsOf({ targets }: Coverage, { operationId, direction }: TouchedUse): readonly CoverageRow[] {
  const ofOperation = targets.filter(({ id }) => idParts(id).owner === operationId);
  const shared = new Set(
    ofOperation
      .filter(({ id, contract }) => id.startsWith('status:') && contract.startsWith(sharedResponses))
      .map(({ contract }) => `response-${contract.slice(sharedResponses.length)}`),
  );
  const inbound = ofOperation.some((row) => isOperation(row) && !row.contract.startsWith('/paths/'));
  const other = (direction === 'request') === inbound ? '/request' : '/response';
  const all = [...ofOperation, ...targets.filter(({ id }) => shared.has(idParts(id).owner))];
  return all.filter(({ id }) => !idParts(id).rest.startsWith(other));
}

function nearestAbove(rows: readonly CoverageRow[], pointer: string): readonly CoverageRow[] {
  const above = rows.filter(({ contract }) => isWithin(pointer, contract));
  const longest = Math.max(...above.map(({ contract }) => contract.length));
  return above.filter(({ contract }) => contract.length === longest);
}

/** What lies in the component that holds a place; nothing for a place that stands elsewhere. */
function holderOf(rows: readonly CoverageRow[], pointer: string): readonly CoverageRow[] {
  const component = /^\/components\/[^/]+\/[^/]+/.exec(pointer)?.[0];
  return component === undefined ? [] : rows.filter(({ contract }) => isWithin(contract, component));
}

function isStatus({ id }: CoverageRow): boolean {
  return id.startsWith('status:');
}

function isOperation({ id }: CoverageRow): boolean {
  return id.startsWith('operation:');
}

function isBroken({ id }: CoverageRow): boolean {
  return id.startsWith('constraint-violated:');
}

function isMatched(rows: readonly CoverageRow[]): boolean {
  return rows.some(({ scenarios }) => scenarios !== '');
}

function isWithin(inner: string, outer: string): boolean {
  return inner === outer || inner.startsWith(`${outer}/`);
}

function placesOf(rows: readonly CoverageRow[]): ReadonlySet<number> {
  return new Set(rows.flatMap(({ scenarios }) => placesIn(scenarios)));
}
