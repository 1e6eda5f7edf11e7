import { jsonOf, type OpenPack } from '../../evidence/verify/open-pack.js';
import { gateFile } from '../../evidence/write-gate.js';
import { recordedStreams } from '../../evidence/recorded-streams.js';
import { readCarried } from '../carry/read-carried.js';
import { readRecordedRun } from '../recompute/recorded-run.js';
import { finalResults } from '../../verdict/final-results.js';
import { shapeProblem } from '../../config/evidence-schema.js';
import type { GateStep } from '../../verdict/gate-step.js';
import type { InvariantOutcome } from '../../verdict/invariant.js';
import { errorsOf } from '../../messages/coded-error.js';
import { verifyMessages } from '../../messages/verify-messages.js';
import { observableRun } from '../../diff/behaviour/observe/observable-run.js';
import { observeRun } from '../../diff/behaviour/observe/observe-run.js';
import type { ObservedBehaviour } from '../../diff/behaviour/observed-behaviour.js';

const damaged = errorsOf(verifyMessages, 'integrity');
const invariantsFile = 'results/invariants.json';

/**
 * Reads what a run saw of the target from its pack, one record at a time. The pack should have been verified. VFY-302 for
 * evidence that is missing or is not what our own writer makes.
 */
export async function observeBehaviour(pack: OpenPack): Promise<ObservedBehaviour> {
  const { summary, facts, results } = await readRecordedRun(pack);
  const carried = await readCarried(pack);
  const { steps } = (await jsonOf(pack, gateFile)) as { readonly steps: readonly GateStep[] };
  const decided = {
    facts: summary,
    gate: { decision: summary.decision, partial: summary.partial, steps },
    recorded: facts,
    results: finalResults([...results, ...(carried?.results ?? [])]),
    requirements: summary.requirements,
    invariants: await invariantsIn(pack),
  };
  return observeRun(await observableRun(decided, recordedStreams(pack)));
}

async function invariantsIn(pack: OpenPack): Promise<readonly InvariantOutcome[]> {
  const value = await jsonOf(pack, invariantsFile);
  const problem = shapeProblem('invariants', value);
  if (problem === null) return value as readonly InvariantOutcome[];
  const { where, expected, received } = problem;
  const what = `at ${where}, expected ${expected}, received ${received}`;
  throw damaged('VFY-302', { file: invariantsFile, problem: what });
}
