import { errorsOf } from '../messages/coded-error.js';
import { verifyMessages } from '../messages/verify-messages.js';
import { shardPlanFile } from '../evidence/shard-places.js';
import type { ShardPlace } from '../evidence/test-scripts/test-script.js';
import { isRecord } from '../evidence/verify/json-shape.js';
import { parseJson } from '../evidence/verify/parse-json.js';
import type { RecordedStreams } from '../evidence/recorded-streams.js';

const damaged = errorsOf(verifyMessages, 'integrity');

/** Which part of a divided run a recording is; null for any other run. VFY-302 for a `plan/shard.json` that does not say. */
export async function shardOfRun(recorded: Pick<RecordedStreams, 'text' | 'filesIn'>): Promise<ShardPlace | null> {
  if (!recorded.filesIn('plan/').includes(shardPlanFile)) return null;
  const shard = parseJson(await recorded.text(shardPlanFile), shardPlanFile);
  const { index, plan } = isRecord(shard) ? shard : {};
  const { of } = isRecord(plan) ? plan : {};
  if (typeof index === 'number' && typeof of === 'number') return { index, of };
  throw damaged('VFY-302', { file: shardPlanFile, problem: 'it does not say which shard it is' });
}
