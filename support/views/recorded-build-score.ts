import { errorsOf } from '../messages/coded-error.js';
import { verifyMessages } from '../messages/verify-messages.js';
import type { BuildInfo, Runtime } from '../config/build-info.js';
import type { BuildScore } from '../mutation/score/build-score.js';
import { isDeepStrictEqual } from 'node:util';
import type { EvidenceSchemaName } from '../config/evidence-schema.js';
import { harnessFiles } from '../evidence/harness-files.js';
import { parseJson } from '../evidence/verify/parse-json.js';
import type { RecordedStreams } from '../evidence/recorded-streams.js';
import { requireShape } from '../evidence/verify/require-shape.js';

const damaged = errorsOf(verifyMessages, 'integrity');

/**
 * What a pack says of how much its build finds. VFY-302 for a file that is missing or damaged, and for a score of another
 * build than the one that made the pack.
 */
export async function recordedBuildScore({ text }: Pick<RecordedStreams, 'text'>): Promise<BuildScore> {
  const read = async <T>(file: string, schema: EvidenceSchemaName): Promise<T> => {
    const value = parseJson(await text(file), file);
    requireShape(schema, value, file);
    return value as T;
  };
  const score = await read<BuildScore>(harnessFiles.score, 'mutation-score');
  const made = await read<BuildInfo & { readonly runtime: Runtime }>(harnessFiles.build, 'harness-build');
  if (isDeepStrictEqual({ ...score.build, runtime: made.runtime }, made)) return score;
  throw damaged('VFY-302', { file: harnessFiles.score, problem: 'it is the score of another build' });
}
