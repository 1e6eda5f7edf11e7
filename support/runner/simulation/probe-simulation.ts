import { documentedOwner, normalisedHost } from '../../config/hosts.js';
import type { Client } from '../../client/client.js';
import { impossibleResult } from '../../client/impossible-result.js';
import { errorsOf } from '../../messages/coded-error.js';
import { refusalMessages } from '../../messages/guard-messages.js';
import type { Exchange } from '../../trace/exchange.js';
import { isSame, isVariant, wordsOf } from './alike.js';
import type { Target } from '../../target/target.js';

const refused = errorsOf(refusalMessages, 'refused');

/** Paths that no version of the API has; the second has as many segments as that of the simulation, for answers that list them. */
const unknownPath = '/staging/axys-certify-no-such-route';
const anotherUnknownPath = '/staging/axys-certify/no-other-route';
const missingRoute: ReadonlySet<number> = new Set([404, 405, 410, 501]);

/** True where the simulations must be probed before the first creating call: any staging host but the documented one. */
export function needsSimulationProbe(target: Pick<Target, 'environment' | 'baseUrl'>): boolean {
  return target.environment === 'staging' && documentedOwner(normalisedHost(target.baseUrl)) !== 'staging';
}

/**
 * Refuses (77) a staging target that has no simulation: an unknown path below `/staging/` and the KYC simulation for an
 * impossible cardholder are answered alike, status and body, by a missing route. Where only the bodies differ, a second unknown
 * path shows what differs from request to request. Creates nothing.
 */
export async function probeSimulation(target: Pick<Target, 'environment' | 'baseUrl'>, client: Client): Promise<void> {
  if (!needsSimulationProbe(target)) return;
  const probe = (path: string) => client.probe('POST', path, {}, { scenario: null });
  const unknown = await probe(unknownPath);
  const simulation = await client.call('simulateKycResult', { body: impossibleResult }, { scenario: null });
  if (!hasStatusOfMissing(unknown, simulation)) return;
  const [missing, asked] = [wordsOf(unknown), wordsOf(simulation)];
  if (isSame(missing, asked)) throw refused('GRD-104', { host: target.baseUrl.host });
  const another = await probe(anotherUnknownPath);
  if (!hasStatusOfMissing(unknown, another)) return;
  if (isVariant(missing, wordsOf(another), asked)) throw refused('GRD-104', { host: target.baseUrl.host });
}

/** True when both answers have one status, and one that a missing route has. */
function hasStatusOfMissing({ response: first }: Exchange, { response: second }: Exchange): boolean {
  return first !== null && first.status === second?.status && missingRoute.has(first.status);
}
