import { documentedOwner, normalisedHost } from '../config/hosts.js';
import type { Client } from '../client/client.js';
import { impossibleResult } from '../client/impossible-result.js';
import { errorsOf } from '../messages/coded-error.js';
import { refusalMessages } from '../messages/guard-messages.js';
import type { Exchange } from '../trace/exchange.js';
import type { Target } from './target.js';

const refused = errorsOf(refusalMessages, 'refused');

/** A path that no version of the API has. */
const unknownPath = '/staging/axys-certify-no-such-route';
const missingRoute: ReadonlySet<number> = new Set([404, 405, 410, 501]);

/** True where the simulations must be probed before the first creating call: any staging host but the documented one. */
export function needsSimulationProbe(target: Pick<Target, 'environment' | 'baseUrl'>): boolean {
  return target.environment === 'staging' && documentedOwner(normalisedHost(target.baseUrl)) !== 'staging';
}

/**
 * Refuses (77) a staging target that has no simulation: an unknown path below `/staging/` and the KYC simulation for an
 * impossible cardholder are answered alike, status and body, by a missing route. Creates nothing.
 */
export async function probeSimulation(target: Pick<Target, 'environment' | 'baseUrl'>, client: Client): Promise<void> {
  if (!needsSimulationProbe(target)) return;
  const unknown = await client.probe('POST', unknownPath, {}, { scenario: null });
  const simulation = await client.call('simulateKycResult', { body: impossibleResult }, { scenario: null });
  if (looksMissing(unknown, simulation)) throw refused('GRD-104', { host: target.baseUrl.host });
}

/** True when both answers look like the same missing route. */
export function looksMissing(unknown: Exchange, simulation: Exchange): boolean {
  const [first, second] = [unknown.response, simulation.response];
  if (first === null || second === null || first.status !== second.status) return false;
  return missingRoute.has(second.status) && shape(unknown) === shape(simulation);
}

/** The body without what differs from request to request: the path it echoes, ids, numbers and times. */
function shape(exchange: Exchange): string {
  const body = exchange.response?.body;
  if (body === undefined || body.kind === 'none') return '';
  const text = body.kind === 'json' ? JSON.stringify(body.value) : body.text;
  return text
    .replaceAll(exchange.request.path, '<path>')
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/gi, '<id>')
    .replace(/\b[0-9a-f]*\d[0-9a-f]*\b/gi, '<n>')
    .replace(/\s+/g, ' ')
    .trim();
}
