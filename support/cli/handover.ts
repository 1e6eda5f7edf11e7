import { mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { EnvironmentName } from '../config/configuration.js';
import { quoteValue } from '../config/env-file.js';
import type { VariableName } from '../config/environment-variables.js';
import { errorCode } from '../config/read-problem.js';
import type { RunningEmulator } from '../emulator/emulator.js';
import { errorsOf } from '../messages/coded-error.js';
import { commandMessages } from '../messages/cli-messages.js';
import { insideReports } from './inside-reports.js';

const cannot = errorsOf(commandMessages, 'configuration');

/** The files a standalone emulator hands to its clients. */
export interface Handover {
  /** Removes the env-file and everything beside it. */
  remove(): Promise<void>;
}

/** Refuses an env-file inside the reports folder: credentials never lie there. */
export function checkEnvFilePlace(envFile: string, cwd: string): void {
  const folder = insideReports(envFile, cwd);
  if (folder !== null) throw cannot('CMD-201', { file: envFile, folder });
}

/**
 * Writes credentials and profile of an emulator that plays `environment` into the folder `<env-file>.d` and then,
 * atomically, the env-file with absolute paths; everything is readable by the owner only. Whoever sees the env-file
 * finds everything it names.
 */
export async function writeHandover(
  envFile: string,
  emulator: RunningEmulator,
  environment: EnvironmentName = 'emulator',
): Promise<Handover> {
  const folder = `${envFile}.d`;
  const remove = async () => {
    await rm(envFile, { force: true });
    await rm(folder, { recursive: true, force: true });
  };
  const files = {
    AXYS_CERT_PATH: ['client.crt.pem', emulator.certificate.certificate],
    AXYS_KEY_PATH: ['client.key.pem', emulator.certificate.privateKey],
    AXYS_NEXT_CERT_PATH: ['next-client.crt.pem', emulator.nextCertificate.certificate],
    AXYS_NEXT_KEY_PATH: ['next-client.key.pem', emulator.nextCertificate.privateKey],
    AXYS_CA_PATH: ['server-ca.crt.pem', emulator.serverCa],
    AXYS_PROGRAM: ['program.json', `${JSON.stringify(emulator.profile, null, 2)}\n`],
  } as const satisfies Partial<Record<VariableName, readonly [string, string]>>;
  const variables: [VariableName, string][] = [
    ['AXYS_ENV', environment],
    ['AXYS_BASE_URL', emulator.url],
    ['AXYS_API_KEY', emulator.apiKey],
  ];
  await checkOurs(envFile, folder, new Set(Object.values(files).map(([name]) => name)));
  try {
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { mode: 0o700 });
    for (const [name, [file, content]] of Object.entries(files) as [keyof typeof files, readonly [string, string]][]) {
      await writeFile(join(folder, file), content, { mode: 0o600 });
      variables.push([name, join(folder, file)]);
    }
    const text = variables.map(([name, value]) => `${name}=${quoteValue(value)}\n`).join('');
    const passing = join(dirname(envFile), `.${basename(envFile)}.${process.pid}`);
    await writeFile(passing, text, { mode: 0o600 });
    await rename(passing, envFile);
  } catch (error) {
    await remove();
    throw cannot('CMD-202', { file: envFile, problem: errorCode(error) ?? 'unknown reason' }, error);
  }
  return { remove };
}

/** A folder of that name may belong to somebody else (`conf` and `conf.d`): only what we wrote ourselves is replaced. */
async function checkOurs(envFile: string, folder: string, ours: ReadonlySet<string>): Promise<void> {
  const there = await stat(envFile).catch(() => null);
  if (there?.isDirectory() === true) throw cannot('CMD-202', { file: envFile, problem: 'it is a folder' });
  const names = await readdir(folder).catch((error: unknown) => {
    if (errorCode(error) === 'ENOENT') return [];
    throw cannot('CMD-202', { file: folder, problem: errorCode(error) ?? 'unknown reason' }, error);
  });
  const foreign = names.find((name) => !ours.has(name));
  if (foreign !== undefined) {
    throw cannot('CMD-202', { file: envFile, problem: `${folder} would be replaced, and it holds ${foreign}` });
  }
}
