import { scenarioVerdicts, type ScenarioVerdict } from './verdict.js';

const known: ReadonlySet<string> = new Set(scenarioVerdicts);

/** Reads a verdict word from recorded data. A word this build does not know is a `harness-error`, never a pass. */
export function asVerdict(word: string): ScenarioVerdict {
  return isVerdict(word) ? word : 'harness-error';
}

/** True when the word is one of {@link scenarioVerdicts}. */
export function isVerdict(word: string): word is ScenarioVerdict {
  return known.has(word);
}

/** Position in the roll-up order: 0 is the worst. */
export function verdictRank(verdict: ScenarioVerdict): number {
  return scenarioVerdicts.indexOf(asVerdict(verdict));
}

/** How a verdict counts for the rows of its scenario. */
export type VerdictEffect = 'contradicts' | 'blocks' | 'allows' | 'neutral';

const effects: Readonly<Record<ScenarioVerdict, VerdictEffect>> = {
  fail: 'contradicts',
  'harness-error': 'blocks',
  inconclusive: 'blocks',
  vacuous: 'blocks',
  'not-run': 'blocks',
  review: 'allows',
  advisory: 'allows',
  pass: 'allows',
  'not-applicable': 'neutral',
};

/** What a scenario's verdict does to its rows; an unknown word blocks. */
export function verdictEffect(verdict: ScenarioVerdict): VerdictEffect {
  return effects[asVerdict(verdict)];
}
