import type { Finding, Judgement } from '../../judgement/finding.js';
import { holdsLabel } from '../../trace/mask/label.js';

/** Where the judgement of an exchange with stand-ins differs from the recorded one. */
export interface JudgementDifferences {
  /** Recorded, and not found again. */
  readonly violated: readonly Finding[];
  /** Found now, and not recorded. */
  readonly kept: readonly Finding[];
  /** Findings of both with another wording, each as a sentence. */
  readonly wording: readonly string[];
}

const words = ['expected', 'received', 'message'] as const;

/**
 * Compares findings by rule, place and level; order does not matter. The wording is compared where it cannot depend on a
 * masked value: `masked` tells whether anything was masked at a place.
 */
export function compareJudgements(
  recorded: Judgement,
  again: Judgement,
  masked: (where: string) => boolean,
): JudgementDifferences {
  const open = new Map<string, Finding[]>();
  for (const finding of again.findings) open.set(keyOf(finding), [...(open.get(keyOf(finding)) ?? []), finding]);
  const violated: Finding[] = [];
  const wording: string[] = [];
  for (const finding of recorded.findings) {
    const same = open.get(keyOf(finding))?.shift();
    if (same === undefined) violated.push(finding);
    else if (!masked(finding.where)) wording.push(...wordingOf(finding, same));
  }
  return { violated, kept: [...open.values()].flat(), wording };
}

/** Everything of a finding that its rule and place decide. */
function keyOf({ rule, level, where, contract, provenance, source, questions, cause }: Finding): string {
  return JSON.stringify([rule, level, where, contract, provenance, source, questions, cause]);
}

function wordingOf(recorded: Finding, again: Finding): string[] {
  return words
    .filter((name) => recorded[name] !== again[name] && !isMasked(recorded[name]))
    .map((name) => `${recorded.rule} at ${recorded.where}: ${name} is ${recorded[name]}, not ${again[name]}`);
}

/** A text may quote a value that was masked elsewhere in the exchange. */
function isMasked(text: string): boolean {
  return holdsLabel(text) || text.includes('<secret>');
}
