import { certificateNames } from '../certificate-names.js';
import { ok, problem } from '../finding.js';
import type { Finding } from '../layer.js';
import type { Subject } from '../subject.js';

/** Subject and alternative names are as the vendor asks. Source: docs/mtls-certificates-and-csr. */
export function examineNames({ target }: Subject): Finding {
  const { organisation, unit, commonName, dnsNames, addresses } = certificateNames(target.certificate.certificate);
  const required = {
    'O (Tenant)': organisation,
    'OU (Program)': unit,
    CN: commonName,
    'subject alternative names': [...dnsNames, ...addresses],
  };
  const missing = Object.entries(required).flatMap(([part, values]) => (values.some(isText) ? [] : [part]));
  if (missing.length > 0) return problem('fail', 'DOC-121', { missing: missing.join(', no ') });
  const wildcard = [...commonName, ...dnsNames].find((name) => name.includes('*'));
  if (wildcard !== undefined) return problem('fail', 'DOC-122', { name: wildcard });
  const alternative = [...dnsNames, ...addresses].join(', ');
  return ok(
    `O ${organisation.join(' + ')}, OU ${unit.join(' + ')}, CN ${commonName.join(' + ')}, names ${alternative}`,
  );
}

function isText(value: string): boolean {
  return value.trim() !== '';
}
