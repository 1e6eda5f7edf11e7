import type { Exchange } from '../trace/exchange.js';
import { withoutContent } from '../trace/without-content.js';
import { inWords } from './checks/answer.js';
import { collectFindings } from './collect-findings.js';
import type { ScenarioFacts } from './scenario-facts.js';
import { isSuperseded } from './superseded.js';
import { isWordless } from './wordless-call.js';

/** What the exchanges of a scenario attempt say by themselves; the same from memory and from the evidence. */
export function exchangeFacts(
  exchanges: readonly Exchange[],
): Pick<ScenarioFacts, 'findings' | 'notJudged' | 'wordless' | 'replayed' | 'expectedInvalid'> {
  return {
    ...collectFindings(exchanges, {
      // The judge itself asks nothing of a request that breaks the contract on purpose; what it still finds is real.
      // A replayed answer says nothing about the target; what it is good for is the checks' matter.
      finding: ({ replayed }) => replayed === true,
      failure: (exchange) => exchange.replayed === true || isSuperseded(exchange, exchanges),
    }),
    // A call without an answer is one that was not judged; this is about answers that are nobody's word.
    wordless: exchanges
      .filter((call) => call.request.method !== 'GET' && call.response !== null && isWordless(call, exchanges))
      .map((call) => ({ exchangeId: call.id, received: inWords(withoutContent(call)) })),
    replayed: exchanges.length > 0 && exchanges.every(({ replayed }) => replayed === true),
    expectedInvalid: exchanges.some(({ expectedInvalid }) => expectedInvalid !== null),
  };
}
