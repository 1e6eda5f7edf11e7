import type { ExitCode } from '../../../messages/exit-code.js';
import type { DecisionWords } from './decision-words.js';

const never = 'Practice never certifies anything, whatever its outcome.';

const notShown = 'Nothing that was seen is rejected, but not everything that must be shown was shown.';

/** Practice that was stopped, which did not fail by that. */
const interrupted: DecisionWords = {
  heading: 'Practice run, interrupted: no certification',
  title: 'Practice: interrupted',
  meaning: `The run was stopped before its end. ${notShown} ${never}`,
  tone: 'warn',
};

/** Practice that is no pass, by the exit code of its cause; a code that is not here is a failure. */
const byExit: Readonly<Partial<Record<ExitCode, DecisionWords>>> = {
  2: {
    heading: 'Practice run, not complete: no certification',
    title: 'Practice: not complete',
    meaning: `${notShown} ${never}`,
    tone: 'warn',
  },
  3: {
    heading: 'Practice run, harness failed: no certification',
    title: 'Practice: the harness failed',
    meaning: `Something in the harness itself went wrong, so that nothing can be concluded about the target. ${never}`,
    tone: 'bad',
  },
  4: {
    heading: 'Practice run, evidence not to be relied on: no certification',
    title: 'Practice: not to be relied on',
    meaning: `The evidence does not hold together, or card data or a secret was found in it. Nothing else on this page counts. ${never}`,
    tone: 'bad',
  },
};

/** What became of practice that is no pass, where more can be said than that it failed; else null. */
export function practiceInWords(exitCode: ExitCode, wasInterrupted: boolean): DecisionWords | null {
  return exitCode === 2 && wasInterrupted ? interrupted : (byExit[exitCode] ?? null);
}
