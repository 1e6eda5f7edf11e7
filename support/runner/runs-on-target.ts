import type { Client } from '../client/client.js';
import { typedCall } from '../client/typed-call.js';
import type { Target } from '../target/target.js';
import type { Exchange, Json } from '../trace/exchange.js';
import { at, items } from '../verdict/checks/answer.js';
import { runIdOfLabel } from '../trace/run-label.js';

/** Seconds, on the target's clock, within which a run that created something counts as active. */
export const recentSeconds = 300;

/** How many of the newest cardholders are looked at. */
const looked = 50;

/** True where somebody else's run may be seen and this one is going to create something. */
export function canLookForRuns({ class: kind, environment }: Pick<Target, 'class' | 'environment'>): boolean {
  return kind !== 'emulator' && environment !== 'production';
}

/** Reads the newest cardholders once. Source: docs/pagination-filtering-and-rate-limits. */
export async function readNewestCardholders(client: Client): Promise<Exchange> {
  const query = { orderBy: 'dateCreated', sort: 'desc', limit: looked } as const;
  return typedCall(client)('listCardholders', { query }, { scenario: null });
}

/**
 * Ids of other runs that created a cardholder shortly before the answer, by the target's own Date: the label of the run is
 * in the mail address. Empty where the answer is no list or names no times: then nothing can be said.
 */
export function runsOnTarget(exchange: Exchange, ownRunId: string): readonly string[] {
  const now = Date.parse(exchange.response?.headers['date'] ?? '');
  const own = ownRunId.toLowerCase();
  const seen = (items(exchange) ?? []).flatMap((item) => {
    const runId = runIdOfLabel(textOf(at(item, '/emailAdr')));
    const ageSeconds = (now - instantOf(at(item, '/dateCreated'))) / 1000;
    return runId !== null && runId !== own && ageSeconds <= recentSeconds ? [runId] : [];
  });
  return [...new Set(seen)];
}

function textOf(value: Json | undefined): string {
  return typeof value === 'string' ? value : '';
}

/** Milliseconds; lists may show times as ISO 8601 or as Unix seconds. NaN for anything else, which is never recent. */
function instantOf(value: Json | undefined): number {
  return typeof value === 'number' ? value * 1000 : Date.parse(textOf(value));
}
