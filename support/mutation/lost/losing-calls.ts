import type { Variation } from '../../emulator/variations/variation.js';
import type { Progress } from '../../runner/progress.js';
import { silentProgress } from '../../runner/silent-progress.js';
import { losses, type LossName } from './losses.js';

/** Which call of every scenario is lost, and how. */
export interface LossOrder {
  readonly loss: LossName;
  /** Counted from 1 among the scenario's calls that write, or those that read. */
  readonly call: number;
  readonly calls: 'writing' | 'reading';
  /** Cucumber tag expression; everything when null. */
  readonly tags: string | null;
}

/** Loses calls while a run goes on. */
export interface LosingCalls {
  /** Goes around everything that answers. */
  readonly variation: Variation;
  /** Hears where a scenario begins. */
  readonly progress: Progress;
  /** What was lost so far. */
  readonly losses: () => Losses;
}

/** Calls lost in a run. */
export interface Losses {
  readonly lost: number;
  /** Scenarios that passed although a writing call of theirs was lost for good. */
  readonly passed: readonly string[];
}

/** Loses one call of every scenario, in each of its tries. */
export function losingCalls({ loss, call, calls }: Pick<LossOrder, 'loss' | 'call' | 'calls'>): LosingCalls {
  const seen = new Set<string>();
  const passed: string[] = [];
  let [count, chosen, lost, method] = [0, '', 0, ''];
  const variation: Variation = async (asked, next) => {
    const trace = asked.headers['traceparent']?.split('-')[1] ?? '';
    if ((asked.method === 'GET') === (calls === 'reading') && !seen.has(trace)) {
      seen.add(trace);
      count += 1;
      if (count === call) [chosen, lost, method] = [trace, lost + 1, asked.method];
    }
    return trace === chosen ? losses[loss](asked, next) : next(asked);
  };
  // What a rate limit turned away is made once more, and a read is asked for again.
  const forGood = calls === 'writing' && loss !== 'turned-away';
  const progress: Progress = {
    ...silentProgress,
    scenarioStarted: () => ([count, chosen] = [0, '']),
    scenarioFinished: (id, verdict) => {
      // What ends a subscription is mostly clean-up, after the result and outside it.
      if (forGood && chosen !== '' && method !== 'DELETE' && verdict === 'pass') passed.push(id);
    },
  };
  return { variation, progress, losses: () => ({ lost, passed }) };
}
