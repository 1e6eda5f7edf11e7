import { isDeepStrictEqual } from 'node:util';
import { baselineFiles, baselineFolder } from '../../evidence/baseline-places.js';
import { parseJson } from '../../evidence/verify/parse-json.js';
import type { RecordedStreams } from '../../evidence/recorded-streams.js';
import { errorsOf } from '../../messages/coded-error.js';
import { verifyMessages } from '../../messages/verify-messages.js';
import { shapeProblem, type EvidenceSchemaName } from '../../config/evidence-schema.js';
import type { Approval } from '../approvals/approval.js';
import type { Noise } from '../behaviour/behaviour-diff.js';
import type { ObservedBehaviour } from '../behaviour/observed-behaviour.js';
import type { Baseline } from './baseline.js';

/** What a run is compared with, read back from its plan. */
export interface FrozenBaseline {
  readonly facts: Baseline;
  readonly observed: ObservedBehaviour;
  readonly noise: Noise | null;
  readonly approvals: readonly Approval[];
}

const damaged = errorsOf(verifyMessages, 'integrity');

/** Reads what a run froze of its baseline; null for a run without one. VFY-302 for anything our own writer does not make. */
export async function frozenBaseline(recorded: RecordedStreams): Promise<FrozenBaseline | null> {
  const files = new Set(recorded.filesIn(baselineFolder));
  if (files.size === 0) return null;
  const facts = await readFrozen<Baseline>(recorded, baselineFiles.facts, 'baseline');
  const observed = await readFrozen<ObservedBehaviour>(recorded, baselineFiles.observed, 'observed-behaviour');
  const { runId, startedAt, decision } = observed.run;
  if (!isDeepStrictEqual([facts.runId, facts.startedAt, facts.decision], [runId, startedAt, decision])) {
    throw damaged('VFY-302', { file: baselineFiles.observed, problem: `it is not what ${facts.runId} saw` });
  }
  return {
    ...{ facts, observed },
    noise: files.has(baselineFiles.noise)
      ? await readFrozen<Noise>(recorded, baselineFiles.noise, 'behaviour-noise')
      : null,
    approvals: await readFrozen<readonly Approval[]>(recorded, baselineFiles.approvals, 'approvals'),
  };
}

/** Reads a frozen JSON file of a known shape. VFY-302 for one that is missing or has another. */
export async function readFrozen<T>({ text }: RecordedStreams, file: string, schema: EvidenceSchemaName): Promise<T> {
  const value = parseJson(await text(file), file);
  const problem = shapeProblem(schema, value);
  if (problem === null) return value as T;
  const { where, expected, received } = problem;
  throw damaged('VFY-302', { file, problem: `expected ${expected} at ${where}, received ${received}` });
}
