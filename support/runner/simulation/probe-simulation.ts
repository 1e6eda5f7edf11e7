import { documentedOwner, normalisedHost } from '../../config/hosts.js';
import type { Client } from '../../client/client.js';
import { retryDelayMs } from '../../client/retry-delay.js';
import type { Clock } from '../../config/clock.js';
import { impossibleResult } from '../../client/impossible-result.js';
import { errorsOf } from '../../messages/coded-error.js';
import { refusalMessages } from '../../messages/guard-messages.js';
import type { Exchange } from '../../trace/exchange.js';
import { inWords } from '../../verdict/checks/answer.js';
import { isSame, isVariant, wordsOf } from './alike.js';
import type { Target } from '../../target/target.js';

const refused = errorsOf(refusalMessages, 'refused');

/** Paths that no version of the API has; the second has as many segments as that of the simulation, for answers that list them. */
const unknownPath = '/staging/axys-certify-no-such-route';
const anotherUnknownPath = '/staging/axys-certify/no-other-route';
const missingRoute: ReadonlySet<number> = new Set([404, 405, 410, 501]);

/** Statuses of a gateway or a rate limit: what stands behind it was not asked. */
const nobodyAsked: ReadonlySet<number> = new Set([429, 502, 503, 504]);

/** How often each question is put until it is answered. */
const mostTries = 5;

/** What asking again needs from the run. */
export interface Patience {
  readonly clock: Clock;
  readonly signal: AbortSignal;
}

/** True where the simulations must be probed before the first creating call: any staging host but the documented one. */
export function needsSimulationProbe(target: Pick<Target, 'environment' | 'baseUrl'>): boolean {
  return target.environment === 'staging' && documentedOwner(normalisedHost(target.baseUrl)) !== 'staging';
}

/**
 * Refuses (77) a staging target that has no simulation: an unknown path below `/staging/` and the KYC simulation for an
 * impossible cardholder are answered alike, status and body, by a missing route. Where only the bodies differ, a second unknown
 * path shows what differs from request to request. A question that nobody answers is put again, and refused in the end: the next
 * call would create. Creates nothing itself, so that asking twice does no harm.
 */
export async function probeSimulation(
  target: Pick<Target, 'environment' | 'baseUrl'>,
  client: Client,
  patience: Patience,
): Promise<void> {
  if (!needsSimulationProbe(target)) return;
  const { host } = target.baseUrl;
  // Numbered, so that an answer stands for the tries before it that got none.
  const ask = (ordinal: number, path: string) =>
    untilAnswered(() => client.probe('POST', path, {}, { scenario: null, ordinal }), host, patience);
  const unknown = await ask(1, unknownPath);
  const simulation = await untilAnswered(
    () => client.call('simulateKycResult', { body: impossibleResult }, { scenario: null, ordinal: 2 }),
    host,
    patience,
  );
  if (!hasStatusOfMissing(unknown, simulation)) return;
  const [missing, asked] = [wordsOf(unknown), wordsOf(simulation)];
  if (isSame(missing, asked)) throw refused('GRD-104', { host });
  const another = await ask(3, anotherUnknownPath);
  if (!hasStatusOfMissing(unknown, another)) return;
  if (isVariant(missing, wordsOf(another), asked)) throw refused('GRD-104', { host });
}

/** The first answer that says something; of a run that was interrupted the last, because it creates nothing more. */
async function untilAnswered(
  ask: () => Promise<Exchange>,
  host: string,
  { clock, signal }: Patience,
): Promise<Exchange> {
  for (let tries = 1; ; tries += 1) {
    const exchange = await ask();
    const { response } = exchange;
    if (signal.aborted || (response !== null && !nobodyAsked.has(response.status))) return exchange;
    const delay = retryDelayMs({ ...exchange, attempt: tries }, clock.now());
    if (tries === mostTries || delay === null) throw refused('GRD-107', { host, received: inWords(exchange), tries });
    await clock.sleep(delay, signal).catch((reason: unknown) => {
      if (!signal.aborted) throw reason;
    });
  }
}

/** True when both answers have one status, and one that a missing route has. */
function hasStatusOfMissing({ response: first }: Exchange, { response: second }: Exchange): boolean {
  return first !== null && first.status === second?.status && missingRoute.has(first.status);
}
