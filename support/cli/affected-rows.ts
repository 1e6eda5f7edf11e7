import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { readProblem } from '../config/read-problem.js';
import type { ImpactedDiff } from '../diff/impact/impacted-diff.js';
import { errorsOf } from '../messages/coded-error.js';
import { diffUsageMessages } from '../messages/diff-messages.js';
import { shapeProblem } from '../config/evidence-schema.js';
import type { RunFlags } from './run-flags.js';
import type { CommandIo } from './streams.js';

const usage = errorsOf(diffUsageMessages, 'usage');

/** Flags that choose scenarios in another way. */
const rivals = { tags: '--tags', scenario: '--scenario', resume: '--resume', carry: '--carry' } as const;

/**
 * The rows that exercise what changed, as a tag expression, from a diff made with `--coverage --json`; null without the flag.
 * DIF-102 for a file that is no such diff, DIF-103 when no row exercises any of it, DIF-104 beside another selection; all 64.
 */
export async function affectedRows(flags: RunFlags, io: CommandIo): Promise<string | null> {
  if (flags.affectedBy === undefined) return null;
  for (const [name, flag] of Object.entries(rivals)) {
    if (flags[name as keyof typeof rivals] !== undefined) throw usage('DIF-104', { flag });
  }
  const file = resolve(io.cwd, flags.affectedBy);
  const { affected, unexercised } = coverageIn(await diffIn(file), file);
  if (affected.requirements.length === 0) throw usage('DIF-103', { file, unexercised: unexercised.length });
  io.stderr.write(`Only rows that exercise what changed in ${file}: ${affected.requirements.join(' ')}\n`);
  return affected.requirements.map((row) => `@${row}`).join(' or ');
}

async function diffIn(file: string): Promise<ImpactedDiff> {
  let value: unknown;
  try {
    value = JSON.parse(await readFile(file, 'utf8'));
  } catch (cause) {
    const problem = cause instanceof SyntaxError ? 'it is not JSON' : readProblem(cause);
    throw usage('DIF-102', { file, problem }, cause);
  }
  const problem = shapeProblem('contract-diff', value);
  if (problem === null) return value as ImpactedDiff;
  const { where, expected, received } = problem;
  throw usage('DIF-102', { file, problem: `expected ${expected} at ${where}, received ${received}` });
}

/** A diff made without a run says nothing about rows. */
function coverageIn(diff: Partial<ImpactedDiff>, file: string): ImpactedDiff['coverage'] {
  if (diff.coverage !== undefined) return diff.coverage;
  throw usage('DIF-102', { file, problem: 'it was made without --coverage, so it names no rows' });
}
