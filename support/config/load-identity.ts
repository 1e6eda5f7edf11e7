import { errorsOf } from '../messages/coded-error.js';
import { configMessages } from '../messages/config-messages.js';
import type { IdentityFiles, NamedFile, ClientCertificate } from './client-certificate.js';
import type { VariableName } from './environment-variables.js';

const configError = errorsOf(configMessages, 'configuration');

/** Reads a client identity when both its files are named, null when neither is; CFG-106 for one without the other. */
export async function loadIdentity(
  certificate: NamedFile | null,
  key: NamedFile | null,
  names: readonly [VariableName, VariableName],
  read: (files: IdentityFiles) => Promise<ClientCertificate>,
): Promise<ClientCertificate | null> {
  if (certificate === null && key === null) return null;
  if (key === null) throw configError('CFG-106', { given: names[0], missing: names[1] });
  if (certificate === null) throw configError('CFG-106', { given: names[1], missing: names[0] });
  return read({ certificate, key });
}
