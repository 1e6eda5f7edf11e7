import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { errorsOf } from '../messages/coded-error.js';
import { catalogueMessages } from '../messages/verdict-messages.js';
import { shapeProblem } from './evidence-schema.js';
import { whyNotApplicable } from './not-applicable.js';
import type { RequirementContext } from './requirement-context.js';
import type { Requirement } from './requirement.js';

/** Reason of rows whose scenarios are still to be written. */
export const noScenarioYet = 'no scenario yet';

const backlogError = errorsOf(catalogueMessages, 'configuration');

/**
 * Reads the list of rows whose scenarios are still to be written (`no-scenario-yet.yaml`). No file means no such row,
 * which is the stricter reading. Throws a coded error (exit 78) for anything else than a list of TM ids.
 */
export async function loadScenarioBacklog(path: string): Promise<ReadonlySet<string>> {
  const text = await readIfPresent(path);
  if (text === null) return new Set();
  const document = parseBacklog(path, text);
  const problem = shapeProblem('scenario-backlog', document);
  if (problem !== null) {
    const { where, expected, received } = problem;
    throw backlogError('VER-104', { file: path, detail: `at ${where}, expected ${expected}, received ${received}` });
  }
  return new Set((document as { requirements: string[] }).requirements);
}

/** What the backlog is checked against. */
export interface BacklogCheck {
  /** For messages. */
  readonly file: string;
  readonly requirements: readonly Requirement[];
  readonly backlog: ReadonlySet<string>;
  /** Rows that at least one scenario of the whole suite is tagged with. */
  readonly rowsWithScenario: ReadonlySet<string>;
  readonly context: Pick<RequirementContext, 'environment' | 'capabilities' | 'claims' | 'notApplicable'>;
}

/**
 * Checks that no row is forgotten and none is hidden: a listed row has no scenario and is driven by software, an
 * applicable row driven by software has a scenario with proving checks or is listed, a tag names a row. Throws a coded
 * error (exit 78) naming the row.
 */
export function checkScenarioBacklog(check: BacklogCheck): void {
  const rows = new Map(check.requirements.map((row) => [row.id, row]));
  const refuse = (row: string, expected: string, received: string) =>
    backlogError('VER-105', { row, expected, received, file: check.file });
  for (const id of check.backlog) {
    if (check.rowsWithScenario.has(id)) throw refuse(id, 'no scenario, because it is listed', 'a scenario');
    if (rows.get(id)?.trigger === 'people') throw refuse(id, 'a row that software drives', 'a row for people');
  }
  for (const id of check.rowsWithScenario) {
    const row = rows.get(id);
    if (row === undefined) throw refuse(id, 'a row of the catalogue', 'a scenario tag');
    if (row.proves.length === 0) throw refuse(id, 'proving checks in the catalogue', 'a scenario without any');
  }
  for (const row of check.requirements) {
    if (row.trigger === 'people' || whyNotApplicable(row, check.context) !== null) continue;
    if (!check.rowsWithScenario.has(row.id) && !check.backlog.has(row.id)) {
      throw refuse(row.id, 'a scenario or a place in the list', 'neither');
    }
  }
}

async function readIfPresent(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return null;
    throw backlogError('VER-104', { file: path, detail: String(cause) }, cause);
  }
}

function parseBacklog(path: string, text: string): unknown {
  try {
    return parse(text, { uniqueKeys: true });
  } catch (cause) {
    throw backlogError(
      'VER-104',
      { file: path, detail: cause instanceof Error ? cause.message : String(cause) },
      cause,
    );
  }
}
