import type { Coverage, CoverageRow } from '../coverage.js';
import { idParts } from '../gate/target-id.js';
import { placesIn } from './place-ranges.js';

/** What of a suite exercises one place of the contract. */
export interface Touching {
  /** Targets at, below or (where there are none) nearest above the place. */
  readonly targets: readonly string[];
  /** Scenarios that matched one of them, in running order. */
  readonly scenarios: readonly string[];
  /** Rows these scenarios belong to, sorted. */
  readonly requirements: readonly string[];
  /** True when a target lies at or below the place; false when only something around it was found. */
  readonly precise: boolean;
}

const sharedResponses = '/components/responses/';

/**
 * The scenarios and rows that exercise a place of the contract: `pointer` is a JSON Pointer into the contract document,
 * `operationId` narrows what operations share to one of them; null for all.
 */
export function scenariosTouching(coverage: Coverage, operationId: string | null, pointer: string): Touching {
  const own = operationId === null ? coverage.targets : rowsOf(coverage, operationId);
  const inside = own.filter(({ contract }) => isWithin(contract, pointer));
  const found = inside.length > 0 ? inside : nearestAbove(own, pointer);
  // A shared response was matched by scenarios of other operations too.
  const within = operationId === null ? null : placesOf(own.filter(({ id }) => id.startsWith('operation:')));
  const places = [...placesOf(found)].filter((place) => within?.has(place) ?? true).sort((a, b) => a - b);
  const scenarios = places.flatMap((place) => coverage.scenarios[place] ?? []);
  return {
    targets: found.map(({ id }) => id),
    scenarios: scenarios.map(({ id }) => id),
    requirements: [...new Set(scenarios.flatMap(({ requirements }) => requirements))].sort(),
    precise: inside.length > 0,
  };
}

/** The targets of an operation and of the responses it shares with others. */
function rowsOf({ targets }: Coverage, operationId: string): readonly CoverageRow[] {
  const ofOperation = targets.filter(({ id }) => idParts(id).owner === operationId);
  const shared = new Set(
    ofOperation
      .filter(({ id, contract }) => id.startsWith('status:') && contract.startsWith(sharedResponses))
      .map(({ contract }) => `response-${contract.slice(sharedResponses.length)}`),
  );
  return [...ofOperation, ...targets.filter(({ id }) => shared.has(idParts(id).owner))];
}

function nearestAbove(rows: readonly CoverageRow[], pointer: string): readonly CoverageRow[] {
  const above = rows.filter(({ contract }) => isWithin(pointer, contract));
  const longest = Math.max(...above.map(({ contract }) => contract.length));
  return above.filter(({ contract }) => contract.length === longest);
}

function isWithin(inner: string, outer: string): boolean {
  return inner === outer || inner.startsWith(`${outer}/`);
}

function placesOf(rows: readonly CoverageRow[]): ReadonlySet<number> {
  return new Set(rows.flatMap(({ scenarios }) => placesIn(scenarios)));
}
