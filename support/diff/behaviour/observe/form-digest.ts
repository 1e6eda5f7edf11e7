import { createHash } from 'node:crypto';
import { answerLabel } from '../answer-label.js';
import type { Exchange } from '../../../trace/exchange.js';
import type { MessageContent } from './message-objects.js';

/** A digest of what an answer looks like: status, members, types, known words. Equal for answers that differ in data alone. */
export function formDigest(exchange: Exchange, { objects, values }: MessageContent): string {
  const shapes = objects.map(({ at, members }) => {
    const listed = [...members].map(([name, { types }]) => `${name}:${[...types].sort().join('|')}`);
    return `${at} ${listed.sort().join(' ')}`;
  });
  const words = values.map(({ at, value }) => `${at}=${value}`);
  const form = JSON.stringify([answerLabel(exchange), [...new Set(shapes)].sort(), [...new Set(words)].sort()]);
  return createHash('sha256').update(form).digest('hex').slice(0, 8);
}
