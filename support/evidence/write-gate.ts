import type { DecidedRun } from './decided-run.js';
import type { EvidenceFolder } from './evidence-folder.js';
import { writeJson } from './write-json.js';

/** File with the gate's steps and the facts it took as given. */
export const gateFile = 'results/gate.json';

/** Writes `results/gate.json`: every step of the gate with what stands against it, and the facts behind it. */
export async function writeGate(folder: EvidenceFolder, { facts, gate, recorded }: DecidedRun): Promise<void> {
  const { decision, exitCode, why, practice, partial, steps } = gate;
  const { harnessVersion, program } = facts;
  const content = {
    decision,
    exitCode,
    why,
    practice,
    partial,
    steps,
    facts: { harnessVersion, program, ...recorded },
  };
  await writeJson(folder, gateFile, { schema: 'gate', content });
}
