import type { Finding } from '../layer.js';
import { ok } from '../finding.js';
import { isEmbedded, type Subject } from '../subject.js';

/** The configuration was read and every file it names is readable: otherwise the command ended with exit 78 before. */
export function examineConfiguration(subject: Subject): Finding {
  const { configuration, target } = subject;
  const files = [
    ...(configuration.certificate === null ? [] : ['certificate', 'key']),
    ...(configuration.nextCertificate === null ? [] : ['next certificate', 'next key']),
    ...(configuration.serverCa === null ? [] : ['authority']),
    ...(configuration.profile === null ? [] : ['program profile']),
    ...(configuration.signingKeyPath === null ? [] : ['signing key']),
  ];
  const { proxy } = target;
  const way = proxy === undefined ? '' : `; through the proxy ${proxy.host}:${proxy.port}`;
  const read = files.length === 0 ? '' : `; readable: ${files.join(', ')}`;
  const started = isEmbedded(subject) ? '; the embedded emulator was started for this' : '';
  return ok(`AXYS_ENV=${configuration.environment}${read}${way}${started}`);
}
