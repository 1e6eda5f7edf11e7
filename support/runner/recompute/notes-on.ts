import { packageVersion } from '../../config/package-root.js';
import { planFiles } from '../../evidence/plan-files.js';
import type { Difference } from '../../evidence/verify/verification.js';
import type { RecordedRun } from './recorded-run.js';

/** What a recomputation took as recorded, and what the reader must know about it. */
export function notesOn({ facts, frozen }: RecordedRun): Difference[] {
  const taken =
    'steps and what they told their checks, what stopped a scenario, problems of the harness, interruption, other runs, facts proved before masking';
  const build = packageVersion();
  return [
    { where: 'the evidence', problem: `taken as recorded: ${taken}` },
    ...(frozen.contractAsJudged
      ? []
      : [{ where: planFiles.contract, problem: 'sample data was masked in it, so its digest proves nothing' }]),
    ...(facts.harnessVersion === build
      ? []
      : [{ where: 'the harness', problem: `the run was made by ${facts.harnessVersion}, this is ${build}` }]),
  ];
}
