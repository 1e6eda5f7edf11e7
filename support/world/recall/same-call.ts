import { holdsLabel } from '../../trace/mask/label.js';
import type { Exchange, Json } from '../../trace/exchange.js';

/**
 * Why a recorded exchange is not of the call that is about to be made, or null when it is. Both are masked. Where the
 * record has a label it says nothing more: the value behind it may be one that a resumed run cannot know.
 */
export function differenceOf(recorded: Exchange, now: Exchange): string | null {
  const parts: readonly (readonly [string, Json, Json])[] = [
    ['operation', recorded.operationId, now.operationId],
    ['identity', recorded.identity, now.identity],
    ['method', recorded.request.method, now.request.method],
    ['path', recorded.request.path.split('/'), now.request.path.split('/')],
    ['query', recorded.request.query, now.request.query],
    ['body', bodyOf(recorded), bodyOf(now)],
  ];
  return parts.find(([, was, is]) => !agrees(was, is))?.[0] ?? null;
}

function bodyOf({ request }: Exchange): Json {
  return request.body.kind === 'json' ? request.body.value : null;
}

function agrees(was: Json | undefined, is: Json | undefined): boolean {
  if (typeof was === 'string' && holdsLabel(was)) return true;
  if (typeof was !== 'object' || was === null) return was === is;
  if (typeof is !== 'object' || is === null || Array.isArray(was) !== Array.isArray(is)) return false;
  const [before, after] = [was as Readonly<Record<string, Json>>, is as Readonly<Record<string, Json>>];
  const members = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...members].every((name) => agrees(before[name], after[name]));
}
