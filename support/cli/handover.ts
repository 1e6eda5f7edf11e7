import { mkdir, readdir, readFile, rename, rm, rmdir, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { EnvironmentName } from '../config/environment-name.js';
import { quoteValue } from '../config/env-file.js';
import type { VariableName } from '../config/environment-variables.js';
import { errorCode, readProblem } from '../config/read-problem.js';
import { writeProblem } from '../config/write-problem.js';
import type { RunningEmulator } from '../emulator/emulator.js';
import { errorsOf } from '../messages/coded-error.js';
import { commandMessages } from '../messages/cli-messages.js';
import { isMarked, marked } from './handover-mark.js';
import { insideReports } from './inside-reports.js';

const cannot = errorsOf(commandMessages, 'configuration');

/** The files a standalone emulator hands to its clients. */
export interface Handover {
  /** Removes the env-file and everything beside it, as far as it still is what was written. */
  remove(): Promise<void>;
}

/** A file beside the env-file: the variable that names it, its name and its content. */
type HandedFile = readonly [variable: VariableName, name: string, content: string];

/** A file that was written: its absolute path and its content. */
type WrittenFile = readonly [file: string, content: string];

type Setting = readonly [variable: VariableName, value: string];

/** What TM-75 compares with. */
const productionEnvFile = 'production.env';

/** Refuses an env-file inside the reports folder: credentials never lie there. */
export function checkEnvFilePlace(envFile: string, cwd: string): void {
  const folder = insideReports(envFile, cwd);
  if (folder !== null) throw cannot('CMD-201', { file: envFile, folder });
}

/**
 * Writes credentials and profile of an emulator that plays `environment` into the folder `<env-file>.d` and then,
 * atomically, the env-file with absolute paths; everything is readable by the owner only. Whoever sees the env-file
 * finds everything it names. Beside it lies the env-file of the emulator's own production, unless it plays production itself.
 * CMD-203 (78) for an env-file that no emulator wrote, CMD-204 for such a folder, CMD-202 for a place that cannot be written.
 */
export async function writeHandover(
  envFile: string,
  emulator: RunningEmulator,
  environment: EnvironmentName = 'emulator',
): Promise<Handover> {
  const folder = `${envFile}.d`;
  const written: WrittenFile[] = [];
  const write = async (name: string, content: string) => {
    written.push([join(folder, name), content]);
    await writeFile(join(folder, name), content, { mode: 0o600 });
  };
  const remove = async () => {
    // The credentials first: they go whatever has become of the file that names them.
    for (const file of written) await removeUnchanged(file);
    await removeIfEmpty(folder);
    await removeUnchanged([envFile, text]);
  };
  let text = '';
  const side = environment === 'production' ? null : await emulator.openProduction();
  const profile: HandedFile = ['AXYS_PROGRAM', 'program.json', `${JSON.stringify(emulator.profile, null, 2)}\n`];
  const files = [...filesOf(emulator, ''), ...(side === null ? [] : filesOf(side, 'production-')), profile];
  await checkOurs(envFile, folder, new Set([...files.map(([, name]) => name), productionEnvFile]));
  const passing = join(dirname(envFile), `.${basename(envFile)}.${process.pid}`);
  try {
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { mode: 0o700 });
    for (const [, name, content] of files) await write(name, content);
    const settings = [...settingsOf(emulator, environment), ...pathsOf([...filesOf(emulator, ''), profile], folder)];
    if (side !== null) {
      // Nothing of this run connects with it; the profile is the same one, as it would be in the Program's own files.
      const theirs = [
        ...settingsOf(side, 'production'),
        ...pathsOf([...filesOf(side, 'production-'), profile], folder),
      ];
      await write(productionEnvFile, linesOf(theirs));
      settings.push(['AXYS_PRODUCTION_ENV_FILE', join(folder, productionEnvFile)]);
    }
    text = marked(linesOf(settings));
    await writeFile(passing, text, { mode: 0o600 });
    await rename(passing, envFile);
  } catch (error) {
    // What stands in the way of the one may stand in the way of the other as well.
    await Promise.allSettled([rm(passing, { force: true }), remove()]);
    throw cannot('CMD-202', { file: envFile, problem: writeProblem(error) }, error);
  }
  return { remove };
}

/** Credentials of an emulator as files; `prefix` keeps those of two emulators apart. */
function filesOf(emulator: RunningEmulator, prefix: string): readonly HandedFile[] {
  const { certificate, nextCertificate, serverCa } = emulator;
  return [
    ['AXYS_CERT_PATH', `${prefix}client.crt.pem`, certificate.certificate],
    ['AXYS_KEY_PATH', `${prefix}client.key.pem`, certificate.privateKey],
    ['AXYS_NEXT_CERT_PATH', `${prefix}next-client.crt.pem`, nextCertificate.certificate],
    ['AXYS_NEXT_KEY_PATH', `${prefix}next-client.key.pem`, nextCertificate.privateKey],
    ['AXYS_CA_PATH', `${prefix}server-ca.crt.pem`, serverCa],
  ];
}

function settingsOf({ url, apiKey }: RunningEmulator, environment: EnvironmentName): Setting[] {
  return [
    ['AXYS_ENV', environment],
    ['AXYS_BASE_URL', url],
    ['AXYS_API_KEY', apiKey],
  ];
}

function pathsOf(files: readonly HandedFile[], folder: string): Setting[] {
  return files.map(([variable, name]) => [variable, join(folder, name)]);
}

function linesOf(settings: readonly Setting[]): string {
  return settings.map(([name, value]) => `${name}=${quoteValue(value)}\n`).join('');
}

/** Both names may be somebody else's (`staging.env` of a run, `conf` and `conf.d`): only what we wrote is replaced. */
async function checkOurs(envFile: string, folder: string, ours: ReadonlySet<string>): Promise<void> {
  const there = await stat(envFile).catch(() => null);
  if (there?.isDirectory() === true) throw cannot('CMD-202', { file: envFile, problem: 'it is a folder' });
  const text = await readFile(envFile, 'utf8').catch((error: unknown) => {
    if (errorCode(error) === 'ENOENT') return null;
    throw cannot('CMD-202', { file: envFile, problem: readProblem(error) }, error);
  });
  if (text !== null && !isMarked(text)) throw cannot('CMD-203', { file: envFile });
  const names = await readdir(folder).catch((error: unknown) => {
    if (errorCode(error) === 'ENOENT') return [];
    throw cannot('CMD-202', { file: folder, problem: readProblem(error) }, error);
  });
  // Without an env-file of ours beside it, nothing says that even a file with one of our names is ours.
  const foreign = names.find((name) => text === null || !ours.has(name));
  if (foreign !== undefined) throw cannot('CMD-204', { folder, foreign });
}

/** Removes a file that still holds what was written into it; another one is somebody else's by now. */
async function removeUnchanged([file, content]: WrittenFile): Promise<void> {
  const found = await readFile(file, 'utf8').catch(absent);
  if (found === content) await rm(file, { force: true });
}

async function removeIfEmpty(folder: string): Promise<void> {
  await rmdir(folder).catch((error: unknown) => {
    if (errorCode(error) !== 'ENOTEMPTY' && errorCode(error) !== 'EEXIST') absent(error);
  });
}

/** For what is not there, or is a folder by now: nothing of ours is left to remove. */
function absent(error: unknown): null {
  if (!['ENOENT', 'EISDIR', 'ENOTDIR'].includes(errorCode(error) ?? '')) throw error;
  return null;
}
