import { resolve } from 'node:path';
import { readText } from '../config/read-text.js';
import type { Approval } from '../diff/approvals/approval.js';
import { loadApprovals } from '../diff/approvals/load-approvals.js';

/** The approvals that `--approvals` names, relative to `cwd`; null without the flag. APV-101 and APV-102 (78). */
export async function approvalsNamed(file: string | undefined, cwd: string): Promise<readonly Approval[] | null> {
  return file === undefined ? null : loadApprovals(resolve(cwd, file), readText);
}
