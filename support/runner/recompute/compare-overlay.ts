import { applyOverlay } from '../../contract/document/apply-overlay.js';
import { overlayOf } from '../../contract/document/overlay.js';
import { isObject, type JsonObject } from '../../json/json-pointer.js';
import { contractChangesOf } from '../../diff/strictness/contract-changes-of.js';
import { planFiles } from '../../evidence/plan-files.js';
import type { Difference } from '../../evidence/verify/verification.js';
import { CodedError } from '../../messages/coded-error.js';
import { holdsLabel } from '../../trace/mask/label.js';
import type { ContractChangeFindings } from './contract-change-findings.js';

const where = planFiles.overlay;

/** Differences that are named. */
const longest = 3;

/**
 * Applies the recorded overlay to the published contract again: what comes out must judge as the contract of the pack does. People read the
 * overlay, and one that was put in its place would tell them of other changes. Where a value that it applies was masked, a difference is
 * only noted.
 */
export function overlayFindings(
  overlay: JsonObject,
  published: JsonObject,
  frozen: JsonObject,
): ContractChangeFindings {
  const differences = problemsOf(overlay, published, frozen).map((problem): Difference => ({ where, problem }));
  if (!holdsLabel(JSON.stringify(appliedValues(overlay)))) return { against: differences, notes: [] };
  const masked = 'a value that it applies was masked, which may be why';
  return { against: [], notes: differences.map(({ problem }) => ({ where, problem: `${problem} (${masked})` })) };
}

/** What an overlay puts into a contract, and where; not what it says about itself. */
function appliedValues({ actions }: JsonObject): readonly unknown[] {
  return Array.isArray(actions) ? actions.map((action) => (isObject(action) ? [action['target'], action['update']] : [])) : []; // prettier-ignore
}

function problemsOf(overlay: JsonObject, published: JsonObject, frozen: JsonObject): readonly string[] {
  const applied = appliedTo(published, overlay);
  if (typeof applied === 'string') return [`it cannot be applied to the published contract: ${applied}`];
  // Texts and examples are masked in the contract, and judge nothing.
  const judging = contractChangesOf(applied, frozen).changes.filter(({ effect }) => effect !== 'neutral');
  if (judging.length === 0) return [];
  const named = judging.slice(0, longest).map(({ words }) => words);
  const rest = judging.length > longest ? `; and ${judging.length - longest} more` : '';
  return [
    `applied to the published contract it gives another one than ${planFiles.contract}: ${named.join('; ')}${rest}`,
  ];
}

/** The contract that comes out, or why none does. */
function appliedTo(published: JsonObject, overlay: JsonObject): JsonObject | string {
  try {
    return applyOverlay(published, overlayOf(overlay, where));
  } catch (error) {
    if (error instanceof CodedError) return error.message;
    throw error;
  }
}
