import { X509Certificate } from 'node:crypto';
import { certificatesIn } from '../certificate-names.js';
import { commonNameIn } from '../common-name-in.js';
import { ok, problem } from '../finding.js';
import type { Finding } from '../layer.js';
import type { Subject } from '../subject.js';

/** What the certificate file holds beside the certificate: each one issued the one before it. */
export function examineChain({ target }: Subject): Finding {
  const chain = certificatesIn(target.certificate.certificate).map((pem) => new X509Certificate(pem));
  const [leaf] = chain;
  const issuer = leaf === undefined ? 'nobody' : commonNameIn(leaf.issuer);
  const serial = leaf?.serialNumber ?? '';
  const broken = chain.findIndex((issuing, index) => {
    const issued = chain[index - 1];
    return issued !== undefined && !(issued.checkIssued(issuing) && issued.verify(issuing.publicKey));
  });
  if (broken !== -1) return problem('warn', 'DOC-131', { position: broken + 1 });
  const held = chain.length === 1 ? 'the certificate alone' : `a chain of ${chain.length}`;
  return ok(`${held}, issued by ${issuer}, serial number ${serial}`);
}
