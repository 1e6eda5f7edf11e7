import type { Finding } from '../judgement/finding.js';
import type { Exchange } from '../trace/exchange.js';
import type { ScenarioFinding } from './scenario-result.js';

/** An exchange the judge gave no verdict on, with the reason. It blocks the gate. */
export interface NotJudgedExchange {
  readonly exchangeId: string;
  readonly reason: string;
}

/** What the exchanges of a scenario say by themselves. */
export interface CollectedFindings {
  readonly findings: readonly ScenarioFinding[];
  readonly notJudged: readonly NotJudgedExchange[];
}

/** What the steps announced before it happened. */
export interface Announced {
  /** True when a step announced this finding of this exchange. */
  finding(exchange: Exchange, finding: Finding): boolean;
  /** True when a step announced that this exchange ends without an answer (a rejected connection). */
  failure(exchange: Exchange): boolean;
}

/** Gathers findings and unjudged exchanges in order. An exchange that never met the judge counts as not judged. */
export function collectFindings(exchanges: readonly Exchange[], announced: Announced): CollectedFindings {
  return {
    findings: exchanges.flatMap((exchange) =>
      (exchange.judgement?.findings ?? []).map((finding) => ({
        exchangeId: exchange.id,
        operationId: exchange.operationId,
        rule: finding.rule,
        level: finding.level,
        cause: finding.cause,
        message: finding.message,
        expected: announced.finding(exchange, finding),
      })),
    ),
    notJudged: exchanges.flatMap((exchange) => {
      const reason = unjudgedReason(exchange);
      if (reason === null || (exchange.failure !== null && announced.failure(exchange))) return [];
      return [{ exchangeId: exchange.id, reason }];
    }),
  };
}

function unjudgedReason({ judgement, adopted }: Exchange): string | null {
  // There is no answer to judge, and what the call came to is known all the same.
  if (adopted !== undefined) return null;
  if (judgement === null) return 'the judge never saw it';
  return judgement.outcome === 'not-judged' ? judgement.reason : null;
}
