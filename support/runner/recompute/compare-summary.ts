import { isDeepStrictEqual } from 'node:util';
import type { Summary } from '../../evidence/summary.js';
import type { Difference } from '../../evidence/verify/verification.js';
import { differs } from './recompute-result.js';

const where = 'summary.json';

/** Where a recorded summary is not the one that follows from the evidence: every member, and every row for itself. */
export function summaryDifferences(recorded: Summary, follows: Summary): Difference[] {
  const again = JSON.parse(JSON.stringify(follows)) as Summary;
  const names = new Set([...Object.keys(recorded), ...Object.keys(again)] as (keyof Summary)[]);
  names.delete('requirements');
  return [
    ...[...names]
      .filter((name) => !isDeepStrictEqual(recorded[name], again[name]))
      .map((name) => ({ where, problem: differs(name, recorded[name], again[name]) })),
    ...rowDifferences(recorded.requirements, again.requirements),
  ];
}

type Rows = Summary['requirements'];

function rowDifferences(recorded: Rows, again: Rows): Difference[] {
  const rows = new Map(again.map((row) => [row.id, row]));
  const missing = again.filter(({ id }) => !recorded.some((row) => row.id === id));
  const order = recorded.map(({ id }) => id).join() === again.map(({ id }) => id).join();
  return [
    ...recorded
      .filter((row) => !isDeepStrictEqual(row, rows.get(row.id)))
      .map((row) => ({ where: `${where}, ${row.id}`, problem: differs('row', row, rows.get(row.id)) })),
    ...missing.map(({ id }) => ({ where, problem: `it has no row ${id}` })),
    ...(order || missing.length > 0 ? [] : [{ where, problem: 'its rows are not in the order of the catalogue' }]),
  ];
}
