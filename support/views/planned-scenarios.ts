import { planFiles } from '../evidence/plan-files.js';
import { isRecord } from '../evidence/verify/json-shape.js';
import { parseJson } from '../evidence/verify/parse-json.js';
import type { RecordedStreams } from '../evidence/recorded-streams.js';

/**
 * How many scenarios the frozen plan has; null where it does not say. What was carried over is not among them. VFY-302 for a file
 * that is not JSON.
 */
export async function plannedScenarios(recorded: Pick<RecordedStreams, 'text' | 'filesIn'>): Promise<number | null> {
  if (!recorded.filesIn('plan/').includes(planFiles.scenarios)) return null;
  const plan = parseJson(await recorded.text(planFiles.scenarios), planFiles.scenarios);
  const { scenarios } = isRecord(plan) ? plan : {};
  return Array.isArray(scenarios) ? scenarios.length : null;
}
