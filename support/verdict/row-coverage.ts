import { errorsOf } from '../messages/coded-error.js';
import { catalogueMessages } from '../messages/verdict-messages.js';
import type { Requirement } from './requirement.js';
import type { ScenarioResult } from './scenario-result.js';
import { isSelfScenario } from './self-scenario.js';

/** What of a scenario says which rows it is about. */
export type TaggedScenario = Pick<ScenarioResult, 'id' | 'tags' | 'requirements'>;

const uncovered = errorsOf(catalogueMessages, 'configuration');

/** Why software has no part in a row, as the catalogue states it; null where it states nothing. */
function statedReason({ trigger, people, phase }: Requirement): string | null {
  if (trigger === 'people') return people;
  return phase === 'go-live' && trigger === 'production' ? 'the row belongs to production' : null;
}

/**
 * Holds features and catalogue against each other, whatever a run selects: each row has a scenario with proving checks, or
 * the catalogue says why software cannot drive it; each scenario names a row, or proves the harness (`@self`). `file` is
 * the catalogue's, for messages. Throws VER-105 or VER-107 (exit 78).
 */
export function checkRowCoverage(
  file: string,
  catalogue: readonly Requirement[],
  scenarios: readonly TaggedScenario[],
): void {
  const rows = new Map(catalogue.map((row) => [row.id, row]));
  const counting = scenarios.filter((scenario) => !isSelfScenario(scenario));
  for (const { id, tags, requirements } of counting) {
    const unknown = requirements.find((row) => !rows.has(row));
    if (unknown !== undefined || requirements.length === 0) {
      throw uncovered('VER-107', { scenario: id, received: tags.join(' ') || 'no tag', file });
    }
  }
  const driven = new Set(counting.flatMap(({ requirements }) => requirements));
  for (const row of catalogue) {
    if (driven.has(row.id) ? row.proves.length > 0 : statedReason(row) !== null) continue;
    const expected = driven.has(row.id) ? 'proving checks beside its scenario' : 'a scenario or a stated reason';
    throw uncovered('VER-105', { row: row.id, expected, received: 'none', file });
  }
}
