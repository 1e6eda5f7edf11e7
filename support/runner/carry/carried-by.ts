import { errorsOf } from '../../messages/coded-error.js';
import { carryMessages } from '../../messages/carry-messages.js';
import type { Signer } from '../../evidence/seal/signer.js';
import type { OpenPack } from '../../evidence/verify/open-pack.js';
import type { Target } from '../../target/target.js';
import { isPractice } from '../../verdict/gate-input.js';
import type { RunRecord } from '../resume/run-record.js';
import type { RunRequest } from '../run-request.js';
import { carriedProblems } from './carried-problems.js';
import type { CarriedPlan } from './carried-plan.js';

const usage = errorsOf(carryMessages, 'usage');

/** What a run takes over, once its target and its signer are known; null when nothing is. CRY-102 (64) for what may not be. */
export function carriedBy(
  { carry }: Pick<RunRequest, 'carry'>,
  { record, target, signer }: { readonly record: RunRecord; readonly target: Target; readonly signer: Signer },
): { readonly pack: OpenPack; readonly plan: CarriedPlan } | null {
  if (carry === null) return null;
  const { from, scenarios } = carry;
  const plan: CarriedPlan = { source: from.source, signerKeyId: signer.adHoc ? null : signer.keyId, scenarios };
  const { environment, class: targetClass } = target;
  const practice = isPractice({ environment, targetClass, adHocKey: signer.adHoc });
  const problems = carriedProblems(from.earlier, { record, targetClass, practice }, plan);
  if (problems.length > 0) throw usage('CRY-102', { run: from.source.runId, problems: problems.join('; ') });
  return { pack: from.pack, plan };
}
