import 'reflect-metadata';
import { SubjectAlternativeNameExtension, X509Certificate } from '@peculiar/x509';

/** Names in a certificate, as the vendor's CSR page asks for them. Source: docs/mtls-certificates-and-csr. */
export interface CertificateNames {
  /** Tenant. */
  readonly organisation: readonly string[];
  /** Program or Programs. */
  readonly unit: readonly string[];
  readonly commonName: readonly string[];
  readonly dnsNames: readonly string[];
  readonly addresses: readonly string[];
}

/** Reads the names of the first certificate in a PEM text that is known to hold one. */
export function certificateNames(pem: string): CertificateNames {
  const certificate = new X509Certificate(firstCertificate(pem));
  const subject = certificate.subjectName;
  const names = certificate.getExtension(SubjectAlternativeNameExtension)?.names.items ?? [];
  const alternative = (type: string) => names.filter((name) => name.type === type).map(({ value }) => value);
  return {
    organisation: subject.getField('O'),
    unit: subject.getField('OU'),
    commonName: subject.getField('CN'),
    dnsNames: alternative('dns'),
    addresses: alternative('ip'),
  };
}

const block = /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g;

/** Every certificate of a PEM text, in order. */
export function certificatesIn(pem: string): readonly string[] {
  return pem.match(block) ?? [];
}

function firstCertificate(pem: string): string {
  const [first] = certificatesIn(pem);
  if (first === undefined) throw new Error('the configuration let a text without a certificate through');
  return first;
}
