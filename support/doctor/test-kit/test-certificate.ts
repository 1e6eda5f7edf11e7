import 'reflect-metadata';
import { webcrypto } from 'node:crypto';
import * as x509 from '@peculiar/x509';
import type { ClientCertificate } from '../../config/client-certificate.js';

const rsa = (modulusLength: number) => ({
  ...{ name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256', modulusLength },
  publicExponent: new Uint8Array([1, 0, 1]),
});

/** What a certificate of a test is like; anything left out is as the vendor wants it. */
export interface TestCertificate {
  readonly subject?: string;
  readonly dnsNames?: readonly string[];
  readonly addresses?: readonly string[];
  /** Milliseconds since the Unix epoch. */
  readonly from: number;
  readonly to: number;
  /** RSA bits, or null for a key on P-256. */
  readonly bits?: number | null;
  readonly keys?: webcrypto.CryptoKeyPair;
}

/** A key pair for several certificates of one test. */
export function makeKeys(bits: number | null): Promise<webcrypto.CryptoKeyPair> {
  const algorithm = bits === null ? { name: 'ECDSA', namedCurve: 'P-256' } : rsa(bits);
  return webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
}

/** Makes a self-signed client certificate; the key stays in memory. */
export async function makeTestCertificate(wanted: TestCertificate): Promise<ClientCertificate> {
  const { dnsNames = ['api.acme.test'], addresses = ['192.0.2.7'], bits = null } = wanted;
  const keys = wanted.keys ?? (await makeKeys(bits));
  const names = [
    ...dnsNames.map((value) => ({ type: 'dns' as const, value })),
    ...addresses.map((value) => ({ type: 'ip' as const, value })),
  ];
  const certificate = await x509.X509CertificateGenerator.createSelfSigned(
    {
      ...{ serialNumber: '0a', name: wanted.subject ?? 'O=Acme, OU=Travel Card, CN=api.acme.test', keys },
      ...{ notBefore: new Date(wanted.from), notAfter: new Date(wanted.to) },
      signingAlgorithm: bits === null ? { name: 'ECDSA', hash: 'SHA-256' } : rsa(bits),
      extensions: names.length === 0 ? [] : [new x509.SubjectAlternativeNameExtension(names)],
    },
    webcrypto,
  );
  const pkcs8 = await webcrypto.subtle.exportKey('pkcs8', keys.privateKey);
  return {
    certificate: `${certificate.toString('pem')}\n`,
    privateKey: `${x509.PemConverter.encode(pkcs8, 'PRIVATE KEY')}\n`,
    passphrase: null,
  };
}
