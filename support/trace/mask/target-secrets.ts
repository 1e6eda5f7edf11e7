import type { ClientCertificate } from '../../config/configuration.js';
import type { Target } from '../../target/target.js';
import type { KnownSecret } from './secrets.js';

/** What a run knows to be secret before its first call: API key, private keys and passphrases. */
export function secretsOfTarget(
  target: Pick<Target, 'apiKey' | 'certificate' | 'nextCertificate'>,
): readonly KnownSecret[] {
  return [
    { kind: 'api-key', value: target.apiKey },
    ...secretsOfCertificate(target.certificate),
    ...(target.nextCertificate === null ? [] : secretsOfCertificate(target.nextCertificate)),
  ];
}

function secretsOfCertificate({ privateKey, passphrase }: ClientCertificate): readonly KnownSecret[] {
  // Line by line as well: a key cut in pieces is still a key.
  const lines = privateKey.split(/\r?\n/).filter((line) => line.length >= 32 && !line.startsWith('-----'));
  const key = [privateKey, ...lines].map((value): KnownSecret => ({ kind: 'private-key', value }));
  return passphrase === null ? key : [...key, { kind: 'password', value: passphrase }];
}
