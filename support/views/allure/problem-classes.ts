import type { Exchange } from '../../trace/exchange.js';
import type { ScenarioResult } from '../../verdict/scenario-result.js';
import { asVerdict } from '../../verdict/verdict-order.js';
import { verdictMapping } from '../verdict-mapping.js';

/** A scenario with its masked traffic. */
export interface ProblemFacts {
  readonly result: ScenarioResult;
  readonly exchanges: readonly Exchange[];
}

/** Where a scenario that is not green went wrong, for people who sort failures before they read them. */
export interface ProblemClass {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly applies: (facts: ProblemFacts) => boolean;
}

/** Problems of a step that speak of a deadline or an interruption. */
const timingCodes: ReadonlySet<string> = new Set(['WLD-106', 'WLD-108', 'WLD-109']);

/** Problems of a step that our own steps, tables or servers caused; so does everything without a code of ours. */
const harnessCodes: ReadonlySet<string> = new Set(['WLD-105', 'WLD-110', 'BGT-101', 'unexpected']);

/** Answers of a gateway, a firewall or a server in trouble, or to a caller it does not know. */
const environmentStatus = (status: number): boolean => [401, 403, 407, 429].includes(status) || status >= 500;

/** Every class, in the order they are shown. A scenario can be of several. */
export const problemClasses: readonly ProblemClass[] = [
  {
    id: 'contract-violation',
    title: 'Contract violation',
    description: 'An answer broke a rule of the contract that no step announced.',
    applies: ({ result }) => result.findings.some(({ expected, level }) => !expected && level !== 'advisory'),
  },
  {
    id: 'behaviour',
    title: 'Behaviour',
    description: 'A check was not met: the target answered, and not as the rule says.',
    applies: ({ result, exchanges }) => {
      const replayed = new Set(exchanges.filter((exchange) => exchange.replayed === true).map(({ id }) => id));
      return result.checks.some(
        ({ outcome, exchangeIds }) => outcome === 'violated' && !exchangeIds.some((id) => replayed.has(id)),
      );
    },
  },
  {
    id: 'environment',
    title: 'Environment and authentication',
    description: 'A call of the Program itself got no answer, or one of a gateway, a firewall or a server in trouble.',
    applies: ({ exchanges }) =>
      exchanges.some(
        ({ identity, replayed, response }) =>
          identity === 'program' && replayed !== true && (response === null || environmentStatus(response.status)),
      ),
  },
  {
    id: 'timing',
    title: 'Timing',
    description: 'A wait ended without what it waited for, or something happened by itself first.',
    applies: ({ result: { waits, problem } }) => waits.some(({ met }) => !met) || timingCodes.has(problem?.code ?? ''),
  },
  {
    id: 'harness',
    title: 'Harness',
    description: 'Our own steps, tables or servers broke: this says nothing about the target.',
    applies: ({ result: { verdict, problem } }) =>
      ['harness-error', 'vacuous'].includes(asVerdict(verdict)) || harnessCodes.has(problem?.code ?? ''),
  },
];

/** Verdict words of Allure that need nobody's eyes. */
const quiet: ReadonlySet<string> = new Set(['passed', 'skipped']);

/** Ids of the classes of a scenario; none for a green or skipped one. What no class claims is behaviour. */
export function problemClassesOf(facts: ProblemFacts): readonly string[] {
  if (quiet.has(verdictMapping[asVerdict(facts.result.verdict)].allure)) return [];
  const ids = problemClasses.filter(({ applies }) => applies(facts)).map(({ id }) => id);
  return ids.length > 0 ? ids : ['behaviour'];
}
