import { execFile } from 'node:child_process';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { historyFiles, type EarlierRun } from '../views/allure/history.js';
import { errorsOf } from '../messages/coded-error.js';
import { failureMessages } from '../messages/cli-messages.js';
import { quickJava } from './quick-java.js';

const failed = errorsOf(failureMessages, 'harnessError');
const run = promisify(execFile);

/** A report to be made. */
export interface ReportRequest {
  /** Folder with Allure results. */
  readonly results: string;
  /** Folder of the report, replaced as a whole. */
  readonly output: string;
  readonly env: NodeJS.ProcessEnv;
  /** Earlier runs whose endings and trend the report shows, in the order they were made. */
  readonly earlier?: readonly EarlierRun[];
  /** Ends the work; the promise is then rejected with CMD-303. */
  readonly signal?: AbortSignal;
  /** Called when another process is at work on it. */
  readonly begun?: () => void;
}

/** What Allure shows beyond its own pages; the others read formats of other tools, and take a tenth of its time to find none. */
const plugins = 'plugins:\n  - behaviors-plugin\n  - packages-plugin\n';

/** True when a folder holds Allure results; Allure itself calls a missing or empty folder a success. */
export async function hasAllureResults(folder: string): Promise<boolean> {
  const names = await readdir(folder).catch(() => []);
  return names.some((name) => name.endsWith('-result.json'));
}

/**
 * Renders results into one self-contained HTML file and returns its path. It is made beside its place and moved there when
 * it is whole. The analytics of Allure are off (only the literal word "true" does that). CMD-302 without Java, CMD-303
 * when Allure fails or its report would phone home.
 */
export async function renderAllureReport(request: ReportRequest): Promise<string> {
  const { results, output, earlier = [] } = request;
  await removeDrafts(output);
  const work = `${output}.partial-${process.pid}`;
  const made = join(work, 'report');
  try {
    await mkdir(work);
    const config = join(work, 'allure.yml');
    await writeFile(config, plugins);
    const sources = earlier.length === 0 ? [results] : [results, await writeHistory(join(work, 'earlier'), earlier)];
    await generate(sources, { made, config }, request);
    await rm(output, { recursive: true, force: true });
    await rename(made, output);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
  return join(output, 'index.html');
}

async function generate(
  sources: readonly string[],
  { made, config }: { readonly made: string; readonly config: string },
  { env, signal, begun }: ReportRequest,
): Promise<void> {
  const tool = dirname(createRequire(import.meta.url).resolve('allure-commandline/package.json'));
  const argv = ['generate', ...sources, '--config', config, '-o', made, '--clean', '--single-file'];
  // Where there is a shell its script becomes Java, so that whoever gives up stops Java itself and not only a parent of it.
  const [file, first] =
    process.platform === 'win32' ? [process.execPath, [join(tool, 'bin/allure')]] : [join(tool, 'dist/bin/allure'), []];
  const own = { ...quickJava(), ...env, ALLURE_NO_ANALYTICS: 'true' };
  try {
    const ended = run(file, [...first, ...argv], { env: own, ...(signal === undefined ? {} : { signal }) });
    begun?.();
    await ended;
  } catch (error) {
    // Asked only now: a Java that is there would be started twice for every report.
    if (signal?.aborted !== true) await requireJava(env);
    throw failed('CMD-303', { problem: 'allure-commandline ended with an error' }, error);
  }
  const html = await readFile(join(made, 'index.html'), 'utf8').catch((error: unknown) => {
    throw failed('CMD-303', { problem: 'allure-commandline wrote no index.html' }, error);
  });
  if (html.includes('googletagmanager')) throw failed('CMD-303', { problem: 'it would call an analytics service' });
}

/** What a killed run left of its report. */
async function removeDrafts(output: string): Promise<void> {
  const folder = dirname(output);
  await mkdir(folder, { recursive: true });
  const drafts = (await readdir(folder)).filter((name) => name.startsWith(`${basename(output)}.partial-`));
  for (const draft of drafts) await rm(join(folder, draft), { recursive: true, force: true });
}

/** A second folder of results that holds nothing but the past: the pack's own stays as it was sealed. */
async function writeHistory(folder: string, earlier: readonly EarlierRun[]): Promise<string> {
  await mkdir(join(folder, 'history'), { recursive: true });
  for (const [name, content] of Object.entries(historyFiles(earlier))) {
    await writeFile(join(folder, 'history', name), JSON.stringify(content));
  }
  const executor = {
    name: 'axys-certify',
    type: 'axys-certify',
    buildOrder: earlier.length + 1,
    buildName: 'this run',
  };
  await writeFile(join(folder, 'executor.json'), JSON.stringify(executor));
  return folder;
}

async function requireJava(env: NodeJS.ProcessEnv): Promise<void> {
  const java = env['JAVA_HOME'] === undefined ? 'java' : join(env['JAVA_HOME'], 'bin', 'java');
  try {
    await run(java, ['-version'], { env });
  } catch (error) {
    throw failed('CMD-302', {}, error);
  }
}
