import { rootCertificates } from 'node:tls';
import type { Configuration } from '../config/configuration.js';
import { defaultProfile } from '../config/default-profile.js';
import { normalisedHost } from '../config/hosts.js';
import { errorsOf } from '../messages/coded-error.js';
import { configMessages } from '../messages/config-messages.js';
import { refusalMessages } from '../messages/guard-messages.js';
import { deriveClass, type NetworkFacts } from './derive-class.js';
import type { Target } from './target.js';

const configError = errorsOf(configMessages, 'configuration');
const refused = errorsOf(refusalMessages, 'refused');

/** Puts a target that runs somewhere else behind the interface; resolves its host, connects to nothing. */
export async function openRemote(
  configuration: Configuration,
  baseUrl: URL | null,
  { network }: { readonly network: NetworkFacts },
): Promise<Target> {
  const { environment, apiKey, certificate } = configuration;
  if (baseUrl === null) throw missing(environment, 'AXYS_BASE_URL');
  if (apiKey === null) throw missing(environment, 'AXYS_API_KEY');
  if (certificate === null) throw missing(environment, 'AXYS_CERT_PATH');
  const facts = await deriveClass(environment, baseUrl, network);
  const host = normalisedHost(baseUrl);
  // The guard admits the word localhost before anything is resolved; the resolver has the last word.
  if (host === 'localhost' && facts.class !== 'loopback' && !configuration.allowedHosts.includes(host)) {
    throw refused('GRD-105', { environment, host, address: facts.addresses.join(', ') || 'nothing' });
  }
  return {
    environment,
    class: facts.class,
    baseUrl,
    apiKey,
    certificate,
    nextCertificate: configuration.nextCertificate,
    serverCa: configuration.serverCa === null ? [] : [...rootCertificates, configuration.serverCa],
    // A name of another kind may still lead to this machine: a proxy would look for it somewhere else.
    ...(configuration.proxy === null || facts.class === 'loopback' ? {} : { proxy: configuration.proxy }),
    profile: configuration.profile ?? defaultProfile(environment, baseUrl),
    ...(configuration.production === null ? {} : { production: configuration.production }),
    close: () => Promise.resolve(),
  };
}

function missing(environment: string, name: string) {
  return configError('CFG-105', { environment, name, meaning: 'A target that already runs needs it' });
}
