import { generateKeyPairSync, sign } from 'node:crypto';
import type { ClientCertificate } from '../config/client-certificate.js';

/** Tags of ASN.1 (ITU-T X.690) that a certificate is written with. */
const tags = { integer: 0x02, bits: 0x03, oid: 0x06, text: 0x0c, time: 0x17, sequence: 0x30, set: 0x31 } as const;

/** Encoded object identifiers: ecdsa-with-SHA256 (RFC 5758) and commonName (X.520). */
const ecdsaWithSha256 = Buffer.from('2a8648ce3d040302', 'hex');
const commonName = Buffer.from('550403', 'hex');

const name = 'axys-certify: an authority that nobody knows';

/**
 * Makes a client certificate that is valid and signed by an authority no platform knows: by itself. It stays in memory and is made anew
 * for each client. Version 1 of RFC 5280, valid a day before and after `now` (milliseconds since the Unix epoch).
 */
export function certificateOfUnknownIssuer(now: number): ClientCertificate {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const algorithm = der('sequence', der('oid', ecdsaWithSha256));
  const self = der('sequence', der('set', der('sequence', der('oid', commonName), der('text', Buffer.from(name)))));
  const validity = der('sequence', timeAt(now - dayMs), timeAt(now + dayMs));
  const spki = publicKey.export({ type: 'spki', format: 'der' });
  const signed = der('sequence', der('integer', Buffer.from([1])), algorithm, self, validity, self, spki);
  const signature = der('bits', Buffer.from([0]), sign('sha256', signed, privateKey));
  return {
    certificate: pem(der('sequence', signed, algorithm, signature)),
    privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    passphrase: null,
  };
}

const dayMs = 86_400_000;

function der(tag: keyof typeof tags, ...parts: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(parts);
  const { length } = content;
  const size = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tags[tag], ...size]), content]);
}

/** UTCTime: YYMMDDHHMMSSZ. */
function timeAt(at: number): Buffer {
  const digits = new Date(at).toISOString().replaceAll(/[-:T]/g, '').slice(2, 14);
  return der('time', Buffer.from(`${digits}Z`));
}

function pem(certificate: Buffer): string {
  const lines = certificate.toString('base64').match(/.{1,64}/g) ?? [];
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n');
}
