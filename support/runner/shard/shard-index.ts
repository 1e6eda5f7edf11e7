import { errorsOf } from '../../messages/coded-error.js';
import { shardUsageMessages } from '../../messages/shard-messages.js';
import { mostShards } from '../../trace/shard-numbers.js';

const usage = errorsOf(shardUsageMessages, 'usage');

/** Which part of a run: the `index`-th of `of`, counted from 1. */
export interface ShardIndex {
  readonly index: number;
  readonly of: number;
}

/** Reads `--shard i/n`. Throws CMD-102 (64) for what names no part of a run, such as 7/5 or 0/5: it would be an empty run. */
export function shardIndex(text: string): ShardIndex {
  const [, index, of] = /^(\d{1,2})\/(\d{1,2})$/.exec(text) ?? [];
  const asked = { index: Number(index ?? NaN), of: Number(of ?? NaN) };
  if (asked.index >= 1 && asked.index <= asked.of) return asked;
  throw usage('CMD-102', { shard: text, most: mostShards });
}
