import type { Finding } from '../../judgement/finding.js';
import type { ProvedRule, Redaction } from '../../trace/mask/redaction.js';

/** The rules that the ledger proves for an exchange; each counts once. */
export class ProvedRules {
  readonly #left: string[];

  constructor(redactions: readonly Redaction[]) {
    this.#left = redactions.flatMap(({ kind, rule, pointer, proved }) =>
      kind === 'rule' && proved !== undefined ? [keyOf(proved.outcome, rule, pointer, proved.contract)] : [],
    );
  }

  /** True when the ledger proves this of the finding's rule at its place; the proof is used up. */
  take(outcome: ProvedRule['outcome'], { rule, where, contract }: Finding): boolean {
    const index = this.#left.indexOf(keyOf(outcome, rule, where, contract));
    if (index >= 0) this.#left.splice(index, 1);
    return index >= 0;
  }

  /** Proofs that nothing needed, in words. */
  left(): readonly string[] {
    return this.#left;
  }
}

function keyOf(outcome: ProvedRule['outcome'], rule: string, where: string, contract: string): string {
  return `${rule} ${outcome} at ${where}${contract === '' ? '' : ` (${contract})`}`;
}
