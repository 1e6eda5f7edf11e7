import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readProblem } from '../../config/read-problem.js';
import { errorsOf } from '../../messages/coded-error.js';
import { emulatorMessages } from '../../messages/emulator-messages.js';
import type { ServerIdentity } from '../http/server-identity.js';

const cannot = errorsOf(emulatorMessages, 'configuration');

/** What is handed to an emulator that runs somewhere else, each under its usual file name. */
export const handedFiles = {
  serverCertificate: 'server.crt.pem',
  serverKey: 'server.key.pem',
  /** The authority that client certificates must come from. */
  clientAuthority: 'client-ca.crt.pem',
  apiKey: 'api-key',
  /** Program profile, JSON. */
  program: 'program.json',
} as const;

/** Something that is handed over. */
export type HandedName = keyof typeof handedFiles;

/** Credentials that an emulator was given. Secret. */
export interface HandedCredentials {
  readonly identity: ServerIdentity;
  readonly apiKey: string;
}

/** Reads the credentials in a folder. Throws EMU-108 (78) for a file that cannot be read or is empty. */
export async function readHandedCredentials(folder: string): Promise<HandedCredentials> {
  const read = async (name: HandedName): Promise<string> => {
    const file = join(folder, handedFiles[name]);
    const text = await readFile(file, 'utf8').catch((problem: unknown) => {
      throw cannot('EMU-108', { file, problem: readProblem(problem) }, problem);
    });
    if (text.trim() === '') throw cannot('EMU-108', { file, problem: 'it is empty' });
    return text;
  };
  return {
    identity: {
      authority: await read('clientAuthority'),
      certificate: await read('serverCertificate'),
      privateKey: await read('serverKey'),
    },
    apiKey: (await read('apiKey')).trim(),
  };
}
