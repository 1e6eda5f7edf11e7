import { errorsOf } from '../messages/coded-error.js';
import { allowHostMessages, baseUrlMessages, refusalMessages } from '../messages/guard-messages.js';
import type { EnvironmentName } from './environment-name.js';
import type { VariableValues } from './environment-variables.js';
import {
  documentedBaseUrls,
  documentedOwner,
  environmentNames,
  isLoopbackHost,
  normalisedHost,
  parseHost,
} from './hosts.js';

const refused = errorsOf(refusalMessages, 'refused');
const badUrl = errorsOf(baseUrlMessages, 'configuration');
const badHost = errorsOf(allowHostMessages, 'usage');

/** What the guard let through. */
export interface GuardedTarget {
  readonly environment: EnvironmentName;
  /** Without trailing slash; null when the embedded emulator is to start itself. */
  readonly baseUrl: URL | null;
  readonly allowedHosts: readonly string[];
}

/**
 * Decides before every other check, and before any connection, whether this run may talk to its target. Refusals exit
 * 77, an unusable URL 78, a bad `--allow-host` 64. Hosts are compared after URL parsing.
 */
export function guardTarget(values: VariableValues, allowHosts: readonly string[]): GuardedTarget {
  const environment = environmentOf(values.AXYS_ENV);
  const allowedHosts = allowHosts.map((text) => {
    const host = parseHost(text);
    if (host === null) throw badHost('CMD-130', { received: text });
    return host;
  });
  const baseUrl = baseUrlOf(environment, values.AXYS_BASE_URL);
  if (baseUrl !== null) {
    checkHost(environment, normalisedHost(baseUrl), allowedHosts);
    checkForm(baseUrl);
  }
  return { environment, baseUrl, allowedHosts };
}

function environmentOf(word: string | undefined): EnvironmentName {
  if (word === undefined) return 'emulator';
  const known = environmentNames.find((name) => name === word);
  if (known === undefined) throw refused('GRD-101', { received: word, accepted: environmentNames.join(', ') });
  return known;
}

function baseUrlOf(environment: EnvironmentName, text: string | undefined): URL | null {
  if (text === undefined) return environment === 'emulator' ? null : new URL(documentedBaseUrls[environment]);
  if (!URL.canParse(text)) throw badUrl('CFG-501');
  const url = new URL(text);
  if (url.hostname === '') throw badUrl('CFG-501');
  url.pathname = url.pathname.replace(/\/+$/, '');
  return url;
}

function checkHost(environment: EnvironmentName, host: string, allowedHosts: readonly string[]): void {
  const owner = documentedOwner(host);
  if (owner === environment || isLoopbackHost(host)) return;
  if (owner !== null) throw refused('GRD-103', { host, owner, environment });
  if (allowedHosts.includes(host)) return;
  const documented = environment === 'emulator' ? [] : [new URL(documentedBaseUrls[environment]).hostname];
  throw refused('GRD-102', { host: host || '(none)', environment, allowed: [...documented, 'loopback'].join(', ') });
}

function checkForm(url: URL): void {
  if (url.protocol !== 'https:') throw badUrl('CFG-502', { scheme: url.protocol.replace(/:$/, '') });
  if (url.username !== '' || url.password !== '') throw badUrl('CFG-503', { part: 'a user name or password' });
  if (url.search !== '' || url.hash !== '') throw badUrl('CFG-503', { part: 'a query or fragment' });
  if (!url.pathname.endsWith('/v2')) throw badUrl('CFG-504', { path: url.pathname });
}
