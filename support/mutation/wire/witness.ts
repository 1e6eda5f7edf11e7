import type { Judge } from '../../contract/judge.js';
import type { Exchange } from '../../trace/exchange.js';
import type { CheckRecord } from '../../verdict/check.js';
import { allChecks } from '../../verdict/checks/all-checks.js';
import { violationLevel } from '../../verdict/violation-level.js';
import { evaluateCheck } from '../../verdict/evaluate-check.js';
import type { Sighting } from './wire-mutant.js';

/** Says what it sees in an exchange. */
export type Witness = (exchange: Exchange) => readonly Sighting[];

/** The judge of single exchanges as a witness. */
export function judgeWitness(judge: Judge): Witness {
  return (exchange) => {
    const judgement = judge(exchange);
    const findings = judgement.findings.map(({ rule, level, where }) => ({ by: `rule ${rule}`, level, where }));
    if (judgement.outcome !== 'not-judged') return findings;
    return [...findings, { by: 'judge', level: 'not-judged', where: '' }];
  };
}

/**
 * The checks that steps made of an exchange, evaluated again with it in its recorded place. A check speaks of the exchanges
 * it looks at, not of a place in them.
 */
export function checkWitness(records: readonly CheckRecord[], exchanges: ReadonlyMap<string, Exchange>): Witness {
  return (exchange) =>
    records.flatMap((record) => {
      if (!record.exchangeIds.includes(exchange.id)) return [];
      const seen = record.exchangeIds.flatMap((id) => (id === exchange.id ? exchange : (exchanges.get(id) ?? [])));
      const check = allChecks.get(record.check);
      if (check === undefined) return [];
      const calls = () => callsOf(exchange, exchanges);
      const finding = evaluateCheck(check, { exchanges: seen, arguments: record.arguments }, calls);
      if (finding.outcome !== 'violated') return [];
      return [{ by: `check ${record.check}`, level: violationLevel(record), where: '' }];
    });
}

/** The exchanges of the scenario that this one belongs to, with it in its recorded place. */
function callsOf(changed: Exchange, exchanges: ReadonlyMap<string, Exchange>): readonly Exchange[] {
  const own = [...exchanges.values()].filter(({ scenario }) => scenario === changed.scenario);
  return own.map((each) => (each.id === changed.id ? changed : each));
}
