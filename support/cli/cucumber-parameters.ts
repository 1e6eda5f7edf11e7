import { environmentNames } from '../config/hosts.js';
import type { EnvironmentName } from '../config/environment-name.js';
import { errorsOf } from '../messages/coded-error.js';
import { cucumberUsageMessages } from '../messages/runner-messages.js';
import { defaultReportsFolder } from './latest.js';

const usage = errorsOf(cucumberUsageMessages, 'usage');

/** What a Cucumber profile, or `--world-parameters`, says about a run. */
export interface CucumberParameters {
  readonly environment: EnvironmentName;
  /** Reports folder, relative to the current one or absolute. */
  readonly out: string;
  readonly envFile: string | null;
  readonly program: string | null;
  readonly seed: number | null;
}

type Reader = (value: unknown) => boolean;

const text: Reader = (value) => typeof value === 'string' && value !== '';

/** The members and what each may be; a word outside this table is refused. */
const members: Readonly<Record<keyof CucumberParameters, readonly [form: string, accepts: Reader]>> = {
  environment: [`one of ${environmentNames.join(', ')}`, (value) => environmentNames.some((name) => name === value)],
  out: ['a folder', text],
  envFile: ['a file', text],
  program: ['a file', text],
  seed: ['a whole number', (value) => Number.isSafeInteger(value) && Number(value) >= 0],
};

/** Reads the world parameters of a profile. Throws RUN-114 without an environment, RUN-112 for anything else (exit 64). */
export function readCucumberParameters(given: unknown): CucumberParameters {
  const values = typeof given === 'object' && given !== null ? (given as Readonly<Record<string, unknown>>) : {};
  const unknown = Object.keys(values).find((name) => !Object.hasOwn(members, name));
  if (unknown !== undefined) {
    throw usage('RUN-112', { expected: Object.keys(members).join(', '), received: `a member "${unknown}"` });
  }
  if (values['environment'] === undefined) throw usage('RUN-114');
  for (const [name, [form, accepts]] of Object.entries(members)) {
    const value = values[name];
    if (value === undefined || accepts(value)) continue;
    throw usage('RUN-112', { expected: `${name}: ${form}`, received: JSON.stringify(value) });
  }
  // The table has just proved the form of every member.
  const read = values as Partial<CucumberParameters> & Pick<CucumberParameters, 'environment'>;
  return {
    environment: read.environment,
    out: read.out ?? defaultReportsFolder,
    envFile: read.envFile ?? null,
    program: read.program ?? null,
    seed: read.seed ?? null,
  };
}
