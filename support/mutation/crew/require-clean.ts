import { errorsOf } from '../../messages/coded-error.js';
import { mutationMessages } from '../../messages/mutation-messages.js';
import { exitCode } from '../../messages/exit-code.js';
import type { FaultRun } from '../behaviour/fault-run.js';

const broken = errorsOf(mutationMessages, 'harnessError');

/** Throws MUT-301 for a control run that does not pass, or in which anything was reported. `rows` says what ran. */
export function requireClean({ exitCode: code, decision, why, reported }: FaultRun, rows: string): void {
  if (code === exitCode.ok && reported.length === 0) return;
  throw broken('MUT-301', { problem: `${decision}, exit code ${code}, ${reported.join(', ') || why}`, rows });
}
