import type { ClientCertificate } from '../config/client-certificate.js';
import type { RunSettings } from '../config/run-settings.js';
import { isEmbedded, type Target } from './target.js';
import type { KnownSecret } from '../trace/mask/secrets.js';

type Credentials = Pick<RunSettings, 'apiKey' | 'certificate' | 'nextCertificate'>;

/** What a run knows to be secret before its first call: API keys, private keys and passphrases, production's included. */
export function secretsOfTarget(
  target: Pick<Target, 'apiKey' | 'certificate' | 'nextCertificate' | 'production'>,
): readonly KnownSecret[] {
  // Production's are never used, and just as secret.
  return [target, target.production].flatMap((side) => (side === undefined ? [] : secretsOf(side)));
}

function secretsOf({ apiKey, certificate, nextCertificate }: Credentials): readonly KnownSecret[] {
  return [
    ...(apiKey === null ? [] : [{ kind: 'api-key', value: apiKey } as const]),
    ...[certificate, nextCertificate].flatMap((identity) => (identity === null ? [] : secretsOfCertificate(identity))),
  ];
}

/** A private key (PEM), whole and line by line: a key cut in pieces is still a key. */
export function secretsOfPrivateKey(pem: string): readonly KnownSecret[] {
  const lines = pem.split(/\r?\n/).filter((line) => line.length >= 32 && !line.startsWith('-----'));
  return [pem, ...lines].map((value): KnownSecret => ({ kind: 'private-key', value }));
}

function secretsOfCertificate({ privateKey, passphrase }: ClientCertificate): readonly KnownSecret[] {
  const key = secretsOfPrivateKey(privateKey);
  return passphrase === null ? key : [...key, { kind: 'password', value: passphrase }];
}

/** What a target that this process started has served and the scan of the pack looks for; nothing for any other target. */
export async function secretsServedBy(target: Target): Promise<readonly KnownSecret[]> {
  if (!isEmbedded(target)) return [];
  const { apiKeys, pans } = await target.servedSecrets();
  return [
    ...apiKeys.map((value): KnownSecret => ({ kind: 'api-key', value })),
    ...pans.map((value): KnownSecret => ({ kind: 'pan', value })),
  ];
}
