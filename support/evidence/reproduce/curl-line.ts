import type { Body, Exchange } from '../../trace/exchange.js';
import type { RunFacts } from '../run-facts.js';
import { shellWord } from './shell-word.js';

/** What an identity sends along. Secrets are named, never shown: the reader's shell has them. */
interface Credentials {
  readonly certificate: readonly [certificate: string, key: string] | null;
  readonly key: string | null;
}

const program = ['AXYS_CERT_PATH', 'AXYS_KEY_PATH'] as const;
const apiKey = '"X-API-Key: $AXYS_API_KEY"';

/** The identities of our own calls; whoever else called cannot be played by hand. */
const credentials: ReadonlyMap<string, Credentials> = new Map([
  ['program', { certificate: program, key: apiKey }],
  ['next-certificate', { certificate: ['AXYS_NEXT_CERT_PATH', 'AXYS_NEXT_KEY_PATH'], key: apiKey }],
  ['no-certificate', { certificate: null, key: apiKey }],
  ['no-key', { certificate: program, key: null }],
  ['wrong-key', { certificate: program, key: shellWord('X-API-Key: wrong') }],
]);

/** Request headers worth sending again; all others are of the moment or secret. */
const sentAgain = ['accept', 'content-type'] as const;

/**
 * A recorded call as a curl line for a POSIX shell, made from its masked record: certificate, key and API key are taken
 * from the variables of the same name, masked members of the body stay labels for the reader to fill in. Null for what is
 * no call to the target: a callback, or an answer replayed by a server of ours.
 */
export function curlLine(exchange: Exchange, targetClass: RunFacts['target']['class']): string | null {
  const identity = credentials.get(exchange.identity);
  if (identity === undefined || exchange.replayed === true) return null;
  const { method, url, headers, body } = exchange.request;
  return [
    'curl --include',
    // Brackets and braces are patterns to curl.
    ...(/[[\]{}]/.test(url) ? ['--globoff'] : []),
    ...(method === 'GET' ? [] : [`-X ${shellWord(method)}`]),
    shellWord(url),
    ...(identity.certificate ?? []).map((name, index) => `${index === 0 ? '--cert' : '--key'} "$${name}"`),
    ...(targetClass === 'real' ? [] : ['--cacert "$AXYS_CA_PATH"']),
    ...(identity.key === null ? [] : [`-H ${identity.key}`]),
    ...sentAgain.flatMap((name) => {
      const value = headers[name];
      return value === undefined ? [] : [`-H ${shellWord(`${name}: ${value}`)}`];
    }),
    ...bodyOf(body),
  ].join(' ');
}

function bodyOf(body: Body): readonly string[] {
  switch (body.kind) {
    case 'none':
      return [];
    case 'json':
      return [`--data-raw ${shellWord(JSON.stringify(body.value))}`];
    case 'text':
      return [`--data-raw ${shellWord(body.text)}`];
  }
}
