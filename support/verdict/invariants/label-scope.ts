import type { Exchange } from '../../trace/exchange.js';
import { shardOfNumber } from '../../trace/shard-numbers.js';

/**
 * Which exchanges an exchange has its labels in common with. Each shard masks with a key of its own, as each run does: in a merged
 * pack one person has another label in every shard, so masked values are compared within one alone.
 */
export function labelScopeOf({ id }: Pick<Exchange, 'id'>): string {
  const [, run = '', number = ''] = /^(.*)x-(\d+)$/.exec(id) ?? [];
  return `${run}${String(shardOfNumber(Number(number)) ?? '')}`;
}
