import { shardOfNumber } from '../trace/shard-numbers.js';
import { isRecord } from '../evidence/verify/json-shape.js';
import { parseJson } from '../evidence/verify/parse-json.js';
import { mergedPlanFile } from '../evidence/shard-places.js';
import type { RecordedStreams } from '../evidence/recorded-streams.js';

/**
 * Says which run made an exchange: in a merged run the shard whose number its id has, else the run itself. VFY-302 for a
 * `plan/merged.json` that is no JSON.
 */
export async function shardRuns(
  recorded: Pick<RecordedStreams, 'text' | 'filesIn'>,
  runId: string,
): Promise<(exchangeId: string) => string> {
  if (!recorded.filesIn('plan/').includes(mergedPlanFile)) return () => runId;
  const merged = parseJson(await recorded.text(mergedPlanFile), mergedPlanFile);
  const shards: readonly unknown[] = isRecord(merged) && Array.isArray(merged['shards']) ? merged['shards'] : [];
  const runs = new Map(
    shards.filter(isRecord).map(({ index, runId: own }) => [index, typeof own === 'string' ? own : runId]),
  );
  return (exchangeId) => runs.get(shardOfNumber(Number(exchangeId.slice(2))) ?? 0) ?? runId;
}
