import { readFile } from 'node:fs/promises';
import { parseYaml } from '../config/parse-yaml.js';
import { errorsOf } from '../messages/coded-error.js';
import { catalogueMessages } from '../messages/verdict-messages.js';
import { shapeProblem } from '../config/evidence-schema.js';
import { catalogueProblem } from './requirement-rules.js';
import type { Requirement } from './requirement.js';

const catalogueError = errorsOf(catalogueMessages, 'configuration');

/**
 * Reads the requirement catalogue (YAML, `requirements.yaml`) and checks it: shape, TM-01..TM-75 once each, known
 * checks, levels, people. `knownChecks` holds the ids of all registered checks. Throws a coded error (exit 78) that
 * names the row.
 */
export async function loadRequirements(path: string, knownChecks: ReadonlySet<string>): Promise<Requirement[]> {
  const document = await readCatalogue(path);
  const shape = shapeProblem('requirements', document);
  if (shape !== null) {
    throw catalogueError('VER-102', { file: path, row: rowAt(document, shape.where), ...shape });
  }
  // The schema has just proved the shape.
  const { requirements } = document as { requirements: Requirement[] };
  const problem = catalogueProblem(requirements, knownChecks);
  if (problem !== null) throw catalogueError('VER-103', { file: path, ...problem });
  return requirements;
}

async function readCatalogue(path: string): Promise<unknown> {
  try {
    return parseYaml(await readFile(path, 'utf8'));
  } catch (cause) {
    throw catalogueError(
      'VER-101',
      { file: path, detail: cause instanceof Error ? cause.message : String(cause) },
      cause,
    );
  }
}

/** Names the row a pointer such as `/requirements/3/level` lies in. */
function rowAt(document: unknown, pointer: string): string {
  const index = /^\/requirements\/(\d+)/.exec(pointer)?.[1];
  if (index === undefined || typeof document !== 'object' || document === null) return 'the catalogue itself';
  const rows: unknown = (document as Record<string, unknown>)['requirements'];
  const row: unknown = Array.isArray(rows) ? rows[Number(index)] : undefined;
  const id = typeof row === 'object' && row !== null ? (row as Record<string, unknown>)['id'] : undefined;
  return typeof id === 'string' ? `row ${id}` : `row number ${Number(index) + 1}`;
}
