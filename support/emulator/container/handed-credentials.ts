import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { handedFiles, type HandedName } from '../../config/handed-files.js';
import { readProblem } from '../../config/read-problem.js';
import { errorsOf } from '../../messages/coded-error.js';
import { emulatorMessages } from '../../messages/emulator-messages.js';
import type { ServerIdentity } from '../http/server-identity.js';

const cannot = errorsOf(emulatorMessages, 'configuration');

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
