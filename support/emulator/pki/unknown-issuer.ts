import type { ClientCertificate } from '../../config/client-certificate.js';
import { makeIdentity, pemOf } from './identity.js';

/**
 * Makes a client certificate that is valid and signed by an authority no platform knows: by itself. It stays in memory and is
 * made anew each time. `now` in milliseconds since the Unix epoch.
 */
export async function certificateOfUnknownIssuer(now: number): Promise<ClientCertificate> {
  const name = 'axys-certify: an authority that nobody knows';
  const alternativeNames = [{ type: 'dns', value: 'nobody.invalid' }] as const;
  const request = { subject: [{ CN: name }], serialNumber: '01', alternativeNames, usage: 'client', now } as const;
  return { ...(await pemOf(await makeIdentity(request, null))), passphrase: null };
}
