import { incidentsOf } from '../evidence/causes.js';
import { shareCauses } from '../evidence/share-causes.js';
import type { RequirementResult } from '../verdict/requirement-result.js';
import type { ScenarioResult } from '../verdict/scenario-result.js';
import { rowsToLookAt } from './rows-to-look-at.js';

/** Rows that need a look for one reason, or one row for its own. */
export interface LookedAt {
  readonly rows: readonly RequirementResult[];
  readonly outcome: RequirementResult['outcome'];
  /** Why; absent where the outcome says it all. */
  readonly reason: string | undefined;
}

/** Fewer rows than this are told one by one: their reasons name the scenario and the call. */
const manyRows = 3;

/**
 * The rows a person should look at, the worst first. Rows that are demonstrated with an advisory and share a cause are one entry: one
 * undocumented member of a common answer shows in nearly all of them.
 */
export function rowsByCause(
  rows: readonly RequirementResult[],
  results: readonly ScenarioResult[],
): readonly LookedAt[] {
  const found = rowsToLookAt(rows);
  const advised = found.filter(({ outcome }) => outcome === 'demonstrated-with-advisory');
  const incidents = new Map(results.map((result) => [result.id, incidentsOf(result)]));
  const of = ({ scenarios }: RequirementResult) => scenarios.flatMap(({ id }) => incidents.get(id) ?? []);
  const groups = shareCauses(advised, (row) =>
    of(row)
      .filter(({ level }) => level === 'advisory')
      .map(({ id }) => id),
  );
  return [
    ...found.filter((row) => !advised.includes(row)).map(alone),
    ...groups.flatMap(({ cause, things }) => {
      const [first] = things;
      const said = first === undefined ? undefined : of(first).find(({ id }) => id === cause);
      if (things.length < manyRows || said === undefined) return things.map(alone);
      const reason = `one cause, ${said.message}${said.exchangeId === null ? '' : ` (${said.exchangeId})`}`;
      return [{ rows: things, outcome: 'demonstrated-with-advisory' as const, reason }];
    }),
  ];
}

function alone(row: RequirementResult): LookedAt {
  return { rows: [row], outcome: row.outcome, reason: row.reason };
}

/** What an entry is about: id and title of one row, ids of many. */
export function rowsNamed({ rows }: LookedAt): string {
  const [first] = rows;
  return rows.length === 1 && first !== undefined ? `${first.id} ${first.title}` : `${rows.length} rows`;
}

/** The ids of the rows of an entry that is about many; empty for one. */
export function idsOf({ rows }: LookedAt): string {
  return rows.length === 1 ? '' : rows.map(({ id }) => id).join(' ');
}
