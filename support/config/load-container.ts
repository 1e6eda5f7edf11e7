import { errorsOf } from '../messages/coded-error.js';
import { containerMessages, containerUsageMessages } from '../messages/container-messages.js';
import { shapeProblem } from './evidence-schema.js';
import { ownContainerSettings, placeholders, type ContainerSettings } from './container-settings.js';
import type { GuardedTarget } from './guard.js';
import { parseYaml } from './parse-yaml.js';
import { readProblem } from './read-problem.js';
import { readText } from './read-text.js';

const bad = errorsOf(containerMessages, 'configuration');
const usage = errorsOf(containerUsageMessages, 'usage');

/** The emulator in a container instead of this process. */
export interface ContainerChoice {
  /** The image to run; null builds our own. */
  readonly image: string | null;
  readonly settings: ContainerSettings;
}

/** What asks for a container. */
export interface ContainerRequest {
  /** `--container`. */
  readonly asked: boolean;
  /** AXYS_EMULATOR_IMAGE. */
  readonly image: string | undefined;
  /** `--container-settings`, absolute. */
  readonly settingsFile: string | null;
}

/**
 * The container a run asks for, or null. Throws CNT-131 (64) for settings without one, CNT-123 (78) beside a target that
 * already runs, CNT-121 and CNT-122 (78) for settings that cannot be used.
 */
export async function loadContainer(
  { asked, image, settingsFile }: ContainerRequest,
  { environment, baseUrl }: GuardedTarget,
): Promise<ContainerChoice | null> {
  if (!asked && image === undefined) {
    if (settingsFile !== null) throw usage('CNT-131');
    return null;
  }
  if (environment !== 'emulator' || baseUrl !== null) {
    const address = baseUrl === null ? '' : ` with the base URL ${baseUrl.href}`;
    throw bad('CNT-123', { environment, address, asked: image === undefined ? '--container' : 'AXYS_EMULATOR_IMAGE' });
  }
  const settings = settingsFile === null ? ownContainerSettings : await readSettings(settingsFile);
  return { image: image ?? null, settings };
}

/** What a settings file holds: any part of the settings. */
type WrittenSettings = Partial<Omit<ContainerSettings, 'credentials'>> & {
  readonly credentials?: Partial<Omit<ContainerSettings['credentials'], 'files'>> & {
    readonly files?: Partial<ContainerSettings['credentials']['files']>;
  };
};

async function readSettings(file: string): Promise<ContainerSettings> {
  const text = await readText(file).catch((error: unknown) => {
    throw bad('CNT-121', { file, problem: readProblem(error) }, error);
  });
  let content: unknown;
  try {
    content = parseYaml(text);
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    throw bad('CNT-121', { file, problem: `its content is not YAML: ${problem}` }, error);
  }
  const problem = shapeProblem('container-settings', content);
  if (problem !== null) throw bad('CNT-122', { file, ...problem });
  const settings = mergeSettings(content as WrittenSettings);
  checkTogether(settings, file);
  return settings;
}

function mergeSettings(written: WrittenSettings): ContainerSettings {
  const own = ownContainerSettings;
  const credentials = { ...own.credentials, ...written.credentials };
  const files = { ...own.credentials.files, ...written.credentials?.files };
  return { ...own, ...written, credentials: { ...credentials, files } };
}

/** What the schema cannot say. */
function checkTogether({ readiness, command, environment, backChannel, port }: ContainerSettings, file: string): void {
  if ('log' in readiness && !isRegularExpression(readiness.log)) {
    const received = JSON.stringify(readiness.log);
    throw bad('CNT-122', { file, where: '/readiness/log', expected: 'a regular expression', received });
  }
  if (backChannel === port) {
    throw bad('CNT-122', { file, where: '/backChannel', expected: 'another port than /port', received: port });
  }
  const texts = [
    ...(command ?? []).map((text, index) => [`/command/${String(index)}`, text] as const),
    ...Object.entries(environment).map(([name, text]) => [`/environment/${name}`, text] as const),
  ];
  for (const [where, text] of texts) {
    const unknown = [...text.matchAll(/\{(\w+)\}/g)].find(([, name = '']) => !placeholders.some((one) => one === name));
    if (unknown === undefined) continue;
    const expected = `one of ${placeholders.map((name) => `{${name}}`).join(', ')}`;
    throw bad('CNT-122', { file, where, expected, received: unknown[0] });
  }
}

function isRegularExpression(text: string): boolean {
  try {
    new RegExp(text);
    return true;
  } catch {
    return false; // Said by the caller, who knows the file.
  }
}
