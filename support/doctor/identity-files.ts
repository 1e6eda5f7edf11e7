import type { IdentityFiles, ClientCertificate } from '../config/client-certificate.js';

/** Stands for the files of a certificate that the embedded emulator made: it exists in memory only. */
const generated = 'generated';

const names = {
  current: { certificate: 'AXYS_CERT_PATH', key: 'AXYS_KEY_PATH' },
  next: { certificate: 'AXYS_NEXT_CERT_PATH', key: 'AXYS_NEXT_KEY_PATH' },
} as const;

/** The files a certificate was read from, for messages. */
export function filesOf(certificate: ClientCertificate, which: keyof typeof names): IdentityFiles {
  const named = names[which];
  return (
    certificate.files ?? {
      certificate: { name: named.certificate, file: generated },
      key: { name: named.key, file: generated },
    }
  );
}
