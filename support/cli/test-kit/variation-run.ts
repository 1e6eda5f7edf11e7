import type { VariationEntry } from '../../emulator/variations/variation-catalogue.js';
import { exitCode } from '../../messages/exit-code.js';
import { runStagingLike, type StagingLikeOptions, type StagingLikeRun } from './staging-like-run.js';

/** Deadlines short enough to wait out where nothing is meant to happen. */
const impatient = { kycSeconds: 8, depositSeconds: 8, otpSeconds: 8 };

/**
 * A twentieth of the usual pace. A review of the emulator takes three seconds then, and its own profile waits two; its other
 * deadlines suffice.
 */
export const slowly: Partial<StagingLikeOptions> = { timeScale: 100, timing: { kycSeconds: 8, pollMaxMs: 300 } };

/** A run under legal variations, and everything that was not as it should be. */
export interface VariedRun {
  readonly run: StagingLikeRun;
  /** Empty when the decision is positive, every variation showed, and nobody reported what the catalogue does not allow. */
  readonly problems: readonly string[];
}

/** Tags of all rows of some variations. */
export function rowsOf(entries: readonly VariationEntry[]): string {
  const rows = new Set(entries.flatMap((entry) => entry.rows));
  return [...rows]
    .sort()
    .map((row) => `@${row}`)
    .join(' or ');
}

/** Runs the rows that meet the variations under all of them together; `more` says otherwise where it has to. */
export async function runVaried(
  entries: readonly VariationEntry[],
  more: Partial<StagingLikeOptions> = {},
): Promise<VariedRun> {
  const vary = entries.map(({ id }) => id);
  const run = await runStagingLike({ vary, timeScale: 2000, tags: rowsOf(entries), timing: impatient, ...more });
  return { run, problems: problemsOf(run, entries) };
}

function problemsOf(run: StagingLikeRun, entries: readonly VariationEntry[]): readonly string[] {
  const allowed = new Set(entries.flatMap(({ remarks = [] }) => remarks));
  const open = new Set(entries.flatMap(({ leaves = [] }) => leaves));
  const positive = run.code === 0 || (open.size > 0 && run.code === exitCode.incomplete);
  const findings = run.results.flatMap((result) => result.findings).filter(({ expected }) => !expected);
  return [
    ...(positive ? [] : [`exit code ${String(run.code)}, ${run.decision}`]),
    ...notDemonstrated(run).filter((line) => !isLeft(line, open)),
    ...[...open]
      .filter((row) => /^demonstrated/.test(run.rows.get(row) ?? ''))
      .map((row) => `${row} is decided after all`),
    ...entries.filter(({ id }) => (run.altered.get(id) ?? 0) === 0).map(({ id }) => `${id} changed nothing`),
    ...new Set(
      findings.filter(({ rule }) => !allowed.has(rule)).map(({ rule, level, cause }) => `${level} ${rule} ${cause}`),
    ),
    ...entries.flatMap(({ id, readings = {} }) =>
      Object.entries(readings).flatMap(([question, wanted]) => {
        const seen = readingsOf(run, question);
        return seen === wanted ? [] : [`${id}: ${question} was read as ${seen}, not as ${wanted}`];
      }),
    ),
  ];
}

/** True for a row that the catalogue leaves open, and that is not decided. */
function isLeft(line: string, open: ReadonlySet<string>): boolean {
  const [id = '', outcome] = line.split(' ');
  return open.has(id) && outcome === 'not-demonstrated';
}

/** Rows of a run that a person who only allows demonstrated ones would ask about; what people do, no run can demonstrate. */
export function notDemonstrated(run: Pick<StagingLikeRun, 'rows'>): readonly string[] {
  const quiet = /^(demonstrated|out-of-scope|not-applicable|not-demonstrated for people: )/;
  return [...run.rows].filter(([, outcome]) => !quiet.test(outcome)).map(([id, outcome]) => `${id} ${outcome}`);
}

function readingsOf({ question }: StagingLikeRun, id: string): string {
  return [...new Set(question(id).seen.map(({ reading }) => reading))].sort().join(', ');
}
