import { execFile } from 'node:child_process';
import { readdir, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { CodedError, errorsOf } from '../messages/coded-error.js';
import { failureMessages } from '../messages/cli-messages.js';
import type { CommandIo } from './streams.js';

const failed = errorsOf(failureMessages, 'harnessError');
const run = promisify(execFile);

/** A report is made in two seconds: optimising the code that makes it costs more than it saves. */
const quickJava = { JAVA_OPTS: '-XX:TieredStopAtLevel=1 -XX:+UseSerialGC' } as const;

/** True when a folder holds Allure results; Allure itself calls a missing or empty folder a success. */
export async function hasAllureResults(folder: string): Promise<boolean> {
  const names = await readdir(folder).catch(() => []);
  return names.some((name) => name.endsWith('-result.json'));
}

/**
 * Renders `results` into one self-contained HTML file below `output` and returns its path. The analytics of
 * Allure are off (only the literal word "true" does that). CMD-302 without Java,
 * CMD-303 when Allure fails or its report would phone home.
 */
export async function renderAllureReport(results: string, output: string, env: NodeJS.ProcessEnv): Promise<string> {
  await requireJava(env);
  const tool = createRequire(import.meta.url).resolve('allure-commandline/package.json');
  const script = join(dirname(tool), 'bin', 'allure');
  await rm(output, { recursive: true, force: true });
  const argv = [script, 'generate', results, '-o', output, '--clean', '--single-file'];
  try {
    await run(process.execPath, argv, { env: { ...quickJava, ...env, ALLURE_NO_ANALYTICS: 'true' } });
  } catch (error) {
    throw failed('CMD-303', { problem: 'allure-commandline ended with an error' }, error);
  }
  const page = join(output, 'index.html');
  const html = await readFile(page, 'utf8').catch((error: unknown) => {
    throw failed('CMD-303', { problem: 'allure-commandline wrote no index.html' }, error);
  });
  if (html.includes('googletagmanager')) {
    await rm(output, { recursive: true, force: true });
    throw failed('CMD-303', { problem: 'it would call an analytics service' });
  }
  return page;
}

/** The report as part of a run: a view that cannot be made is said, and changes nothing else. */
export async function showAllureReport(folder: string, output: string, io: CommandIo): Promise<void> {
  const results = join(folder, 'allure-results');
  if (!(await hasAllureResults(results))) return;
  try {
    io.stderr.write(`Allure report: ${await renderAllureReport(results, output, io.env)}\n`);
  } catch (error) {
    if (!(error instanceof CodedError)) throw error;
    io.stderr.write(`${error.code}: ${error.message}\n  ${error.next}\n`);
  }
}

async function requireJava(env: NodeJS.ProcessEnv): Promise<void> {
  const java = env['JAVA_HOME'] === undefined ? 'java' : join(env['JAVA_HOME'], 'bin', 'java');
  try {
    await run(java, ['-version'], { env });
  } catch (error) {
    throw failed('CMD-302', {}, error);
  }
}
