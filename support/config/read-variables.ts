import { errorsOf, type CodedError } from '../messages/coded-error.js';
import { configMessages } from '../messages/config-messages.js';
import { readEnvFile } from './env-file.js';
import {
  environmentVariables,
  isVariableName,
  type VariableName,
  type VariableValues,
} from './environment-variables.js';
import { headerProblem, headerVariables } from './header-value.js';
import { nearest } from './nearest.js';

const configError = errorsOf(configMessages, 'configuration');

/** The variables from the env-file and the process environment; the first problem waits until the guard has looked. */
export interface ReadVariables {
  readonly values: VariableValues;
  readonly problem: CodedError | null;
}

/**
 * Reads every AXYS_ variable from `envFile` (absolute path or null) and `environment`; the environment wins. An unknown
 * AXYS_ name or an empty value is a problem: a misspelt variable must not fall back to a default unnoticed.
 */
export async function readVariables(environment: NodeJS.ProcessEnv, envFile: string | null): Promise<ReadVariables> {
  const file = envFile === null ? { values: new Map<string, string>(), problem: null } : await readEnvFile(envFile);
  const fromFile = pick(file.values, envFile ?? '');
  const fromProcess = pick(definedEntries(environment), 'the environment');
  return {
    values: { ...fromFile.values, ...fromProcess.values },
    problem: fromProcess.problem ?? file.problem ?? fromFile.problem,
  };
}

function pick(entries: Iterable<readonly [string, string]>, where: string): ReadVariables {
  const values: Partial<Record<VariableName, string>> = {};
  let problem: CodedError | null = null;
  for (const [name, value] of entries) {
    if (!name.toUpperCase().startsWith('AXYS_')) continue;
    if (!isVariableName(name)) problem ??= unknownName(name, where);
    else {
      values[name] = value;
      if (value === '') problem ??= configError('CFG-104', { name, where });
      const unfit = headerVariables.has(name) ? headerProblem(value) : null;
      if (unfit !== null) problem ??= configError('CFG-111', { name, where, problem: unfit });
    }
  }
  return { values, problem };
}

function* definedEntries(environment: NodeJS.ProcessEnv): Iterable<readonly [string, string]> {
  for (const [name, value] of Object.entries(environment)) if (value !== undefined) yield [name, value];
}

function unknownName(name: string, where: string): CodedError {
  const names = environmentVariables.map((variable) => variable.name);
  return configError('CFG-103', { name, where, nearest: nearest(name, names) });
}
