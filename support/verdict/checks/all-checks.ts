import type { Check } from '../check.js';
import { cardChecks } from './card-checks.js';
import type { CheckDefinition } from './define.js';
import { depositChecks } from './deposit-checks.js';
import { onboardingChecks } from './onboarding-checks.js';
import { organicChecks } from './organic-checks.js';
import { otpChecks } from './otp-checks.js';
import { ownConductChecks } from './own-conduct-checks.js';
import { platformChecks } from './platform-checks.js';
import { reconciliationChecks } from './reconciliation-checks.js';
import { replayChecks } from './replay-checks.js';
import { walletChecks } from './wallet-checks.js';

const definitions = {
  ...onboardingChecks,
  ...organicChecks,
  ...cardChecks,
  ...depositChecks,
  ...walletChecks,
  ...otpChecks,
  ...reconciliationChecks,
  ...platformChecks,
  ...replayChecks,
  ...ownConductChecks,
} satisfies Readonly<Record<string, CheckDefinition>>;

/** The permanent id of a check. */
export type CheckId = keyof typeof definitions;

/** Every check by its id. `requirements.yaml` names them under `proves`; `verify` evaluates them again. */
export const allChecks: ReadonlyMap<string, Check> = new Map(
  Object.entries(definitions).map(([id, definition]) => [id, { id, ...definition }]),
);

/** The check of an id. */
export function checkOf(id: CheckId): Check {
  return { id, ...definitions[id] };
}
