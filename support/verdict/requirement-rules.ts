import type { Requirement } from './requirement.js';

/** A cross rule of the catalogue that a row breaks. */
export interface RowProblem {
  readonly row: string;
  readonly rule: string;
  readonly expected: string;
  readonly received: string;
}

type RowRule = (row: Requirement, knownChecks: ReadonlySet<string>) => Omit<RowProblem, 'row'> | null;

/** Ids every catalogue has: TM-01 .. TM-75. */
export const rowIds: readonly string[] = Array.from({ length: 75 }, (_, n) => `TM-${String(n + 1).padStart(2, '0')}`);

const rowRules: readonly RowRule[] = [
  (row, known) => {
    const unknown = row.proves.find((id) => !known.has(id) && !known.has(id.split(':')[0] ?? id));
    return unknown === undefined
      ? null
      : { rule: 'every id in proves is a check', expected: 'the id of a registered check', received: unknown };
  },
  ({ level, trigger }) => {
    const expected = trigger === 'organic' ? 'SHOULD' : 'MUST';
    return level === expected
      ? null
      : {
          rule: 'rows are MUST unless only organic',
          expected: `level ${expected} for trigger ${trigger}`,
          received: level,
        };
  },
  ({ trigger, people }) =>
    trigger === 'people' && people === null
      ? { rule: 'a row for people says what people do', expected: 'a sentence in people', received: 'null' }
      : null,
  ({ trigger, phase }) =>
    trigger === 'production' && phase !== 'go-live'
      ? { rule: 'production rows come after go-live', expected: 'phase go-live', received: phase }
      : null,
  ({ trigger, simulations }) =>
    trigger === 'unconfirmed' && simulations.length === 0
      ? { rule: 'an unconfirmed trigger names its simulations', expected: 'at least one', received: 'none' }
      : null,
];

/** The first cross rule the catalogue breaks, or null: ids complete and unique, then each row by itself. */
export function catalogueProblem(rows: readonly Requirement[], knownChecks: ReadonlySet<string>): RowProblem | null {
  return idProblem(rows) ?? rows.reduce<RowProblem | null>((found, row) => found ?? rowProblem(row, knownChecks), null);
}

function idProblem(rows: readonly Requirement[]): RowProblem | null {
  for (const id of rowIds) {
    const count = rows.filter((row) => row.id === id).length;
    if (count !== 1) return { row: id, rule: 'every row once', expected: 'one row', received: String(count) };
  }
  return null;
}

function rowProblem(row: Requirement, knownChecks: ReadonlySet<string>): RowProblem | null {
  for (const rule of rowRules) {
    const problem = rule(row, knownChecks);
    if (problem !== null) return { row: row.id, ...problem };
  }
  return null;
}
