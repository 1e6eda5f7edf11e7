import type { ScenarioResult } from '../verdict/scenario-result.js';
import type { DecidedRun } from '../evidence/decided-run.js';

/** Feature under which views that only know scenarios show the rows people attested. */
const attestations = 'attestations.feature';

/**
 * The rows a person attested, in the shape of scenario results, so that views made of scenarios show them as what they
 * are: marked `attested`, without a step, a check or an exchange. Never part of `results.ndjson` or of the decision.
 */
export function attestedRows({ requirements, results }: DecidedRun): readonly ScenarioResult[] {
  const startedAt = results[0]?.startedAt ?? new Date(0).toISOString();
  return requirements
    .filter(({ marks }) => marks.includes('attested'))
    .map(({ id, title, reason, marks }) => ({
      ...{ id: `attestations:${id.toLowerCase()}`, name: `${id} ${title}`, feature: attestations, line: 1 },
      ...{ tags: [`@${id}`], requirements: [id], attempt: 1, verdict: 'pass', reason: reason ?? '', marks },
      ...{ checks: [], exchangeIds: [], findings: [], waits: [], steps: [], problem: null },
      ...{ startedAt, durationMs: 0 },
    }));
}
