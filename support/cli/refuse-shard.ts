import { usageMessages } from '../messages/cli-messages.js';
import { errorsOf } from '../messages/coded-error.js';

const usage = errorsOf(usageMessages, 'usage');

/**
 * Refuses `--shard`: CMD-102 for what names no part of a run, such as 7/5, and CMD-103 for a part that this version cannot
 * run by itself. Never ignored: whoever asked for a part must not take the result for that part.
 */
export function refuseShard(shard: string): never {
  const [, part, parts] = /^(\d{1,4})\/(\d{1,4})$/.exec(shard) ?? [];
  const exists = part !== undefined && Number(part) >= 1 && Number(part) <= Number(parts);
  throw usage(exists ? 'CMD-103' : 'CMD-102', { shard });
}
