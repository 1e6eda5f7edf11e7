import { found, notJudged, type JudgeRule } from './judge-rule.js';

/** The exchange belongs to an operation of the contract. A probe (no operationId) may lie outside of it on purpose. */
export const operationKnown: JudgeRule = {
  id: 'operation-known',
  title: 'Every call is an operation of the contract, unless it is a probe.',
  part: 'exchange',
  check: ({ exchange, operation, plan }) => {
    if (exchange.operationId === null) return found([]);
    if (operation !== null && plan !== null) return found([]);
    return notJudged(`The contract has no operation ${exchange.operationId}, so nothing is known about this exchange.`);
  },
};
