import type { RequirementResult } from '../verdict/requirement-result.js';
import type { Requirement } from '../verdict/requirement.js';
import type { ScenarioResult } from '../verdict/scenario-result.js';
import type { DecidedRun } from '../evidence/decided-run.js';
import type { EvidenceFolder } from '../evidence/evidence-folder.js';
import { sourceUrl } from './source-link.js';
import { csv } from '../evidence/csv.js';

/** What a row of the matrix is made from. */
interface MatrixRow {
  readonly row: RequirementResult;
  /** The row's entry in the catalogue. */
  readonly entry: Requirement | undefined;
  readonly results: readonly ScenarioResult[];
}

/** A column: its heading, and the cell of a row. Several values of a cell stand with a space or, for text, `; ` between them. */
interface Column {
  readonly heading: string;
  readonly cell: (of: MatrixRow) => string;
}

const columns: readonly Column[] = [
  { heading: 'id', cell: ({ row }) => row.id },
  { heading: 'title', cell: ({ row }) => row.title },
  { heading: 'level', cell: ({ row }) => row.level },
  { heading: 'origin', cell: ({ row }) => row.origin },
  { heading: 'area', cell: ({ entry }) => entry?.area ?? '' },
  { heading: 'categories', cell: ({ entry }) => (entry?.categories ?? []).join(' ') },
  { heading: 'outcome', cell: ({ row }) => row.outcome },
  { heading: 'marks', cell: ({ row }) => row.marks.join(' ') },
  { heading: 'reason', cell: ({ row }) => row.reason ?? '' },
  { heading: 'scenarios', cell: ({ row }) => row.scenarios.map(({ id }) => id).join('; ') },
  { heading: 'verdicts', cell: ({ row }) => row.scenarios.map(({ verdict }) => verdict).join(' ') },
  { heading: 'proving checks', cell: provingChecks },
  { heading: 'exchanges', cell: exchangesOf },
  { heading: 'sources', cell: ({ entry }) => (entry?.sources ?? []).map((name) => sourceUrl(name) ?? name).join(' ') },
  { heading: 'questions', cell: ({ entry }) => (entry?.questions ?? []).join(' ') },
];

/** The matrix of a run as CSV: a heading, then a line a row of the catalogue. */
export function matrixCsv({ requirements, catalogue, results }: DecidedRun): string {
  const entries = new Map(catalogue.map((entry) => [entry.id, entry]));
  const rows = requirements.map((row): MatrixRow => {
    const own = new Set(row.scenarios.map(({ id }) => id));
    return { row, entry: entries.get(row.id), results: results.filter(({ id }) => own.has(id)) };
  });
  return csv([columns.map(({ heading }) => heading), ...rows.map((row) => columns.map(({ cell }) => cell(row)))]);
}

/** Writes `matrix.csv`. */
export async function writeMatrix(folder: EvidenceFolder, run: DecidedRun): Promise<void> {
  await folder.write('matrix.csv', matrixCsv(run));
}

/** Every check that must be met, with what became of it; `missing` when no scenario made it. */
function provingChecks({ entry, results }: MatrixRow): string {
  const outcomes = (proof: string) => [
    ...new Set(
      results.flatMap(({ checks }) => checks.filter(({ check }) => check === proof)).map((check) => check.outcome),
    ),
  ];
  return (entry?.proves ?? []).map((proof) => `${proof}: ${outcomes(proof).join('/') || 'missing'}`).join('; ');
}

/** The exchanges that the row's proving checks looked at. */
function exchangesOf({ entry, results }: MatrixRow): string {
  const proves = new Set(entry?.proves ?? []);
  const checks = results.flatMap((result) => result.checks).filter(({ check }) => proves.has(check));
  return [...new Set(checks.flatMap(({ exchangeIds }) => exchangeIds))].sort().join(' ');
}
