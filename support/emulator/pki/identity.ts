import 'reflect-metadata';
import { webcrypto } from 'node:crypto';
import * as x509 from '@peculiar/x509';

/** EC P-256: the whole PKI of an emulator is made in a few milliseconds. */
const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;

/** Key lifetime of the platform's certificates in days. Source: docs/credentials-and-key-rotation. */
const lifetimeDays = 90;

const dayMs = 86_400_000;

/** A certificate with its private key; both stay in memory. */
export interface Identity {
  readonly certificate: x509.X509Certificate;
  readonly keys: webcrypto.CryptoKeyPair;
}

/** What a certificate is for. */
export interface IdentityRequest {
  /** Names in order, such as O, OU, CN. Structured, so that a comma in a name stays part of it. */
  readonly subject: readonly { readonly [attribute: string]: string }[];
  readonly serialNumber: string;
  /** DNS names and IP addresses; empty for the authority. */
  readonly alternativeNames: readonly { readonly type: 'dns' | 'ip'; readonly value: string }[];
  readonly usage: 'authority' | 'server' | 'client';
  /** Milliseconds since the Unix epoch, of the real clock: TLS checks certificates against it. */
  readonly now: number;
}

/** Makes a key pair and a certificate signed by `issuer`, or by itself without one. */
export async function makeIdentity(request: IdentityRequest, issuer: Identity | null): Promise<Identity> {
  const keys = await webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const subject = nameOf(request);
  const certificate = await x509.X509CertificateGenerator.create(
    {
      serialNumber: request.serialNumber,
      subject,
      issuer: issuer?.certificate.subjectName ?? subject,
      notBefore: new Date(request.now - dayMs),
      notAfter: new Date(request.now + lifetimeDays * dayMs),
      signingAlgorithm: algorithm,
      publicKey: keys.publicKey,
      signingKey: issuer?.keys.privateKey ?? keys.privateKey,
      extensions: extensionsOf(request),
    },
    webcrypto,
  );
  return { certificate, keys };
}

/** Values go in as typed strings: as plain ones the library would read quotes and commas in them as syntax. */
function nameOf({ subject }: IdentityRequest): x509.Name {
  const typed = (value: string): x509.JsonAttributeObject[] => [{ utf8String: value }];
  return new x509.Name(
    subject.map((attribute) =>
      Object.fromEntries(Object.entries(attribute).map(([type, value]) => [type, typed(value)])),
    ),
  );
}

function extensionsOf({ usage, alternativeNames }: IdentityRequest): x509.Extension[] {
  if (usage === 'authority') {
    return [
      new x509.BasicConstraintsExtension(true, 1, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign, true),
    ];
  }
  const purpose = usage === 'server' ? x509.ExtendedKeyUsage.serverAuth : x509.ExtendedKeyUsage.clientAuth;
  return [
    new x509.BasicConstraintsExtension(false, undefined, true),
    new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
    new x509.ExtendedKeyUsageExtension([purpose]),
    new x509.SubjectAlternativeNameExtension([...alternativeNames]),
  ];
}

/** PEM texts of an identity, PKCS #8 for the key. */
export async function pemOf(identity: Identity): Promise<{ certificate: string; privateKey: string }> {
  const pkcs8 = await webcrypto.subtle.exportKey('pkcs8', identity.keys.privateKey);
  return {
    certificate: `${identity.certificate.toString('pem')}\n`,
    privateKey: `${x509.PemConverter.encode(pkcs8, 'PRIVATE KEY')}\n`,
  };
}
