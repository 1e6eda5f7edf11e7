import { environmentVariables } from '../config/environment-variables.js';
import { defaultReportsFolder } from './latest.js';

/** What a run was given besides its selection. */
export interface GivenFlags {
  readonly out?: string | undefined;
  readonly envFile?: string | undefined;
  readonly program?: string | undefined;
  readonly allowHost?: readonly string[] | undefined;
}

/** What has to be given again to a command that goes on where a run ended, as words for a shell; empty for defaults. */
export function givenAgain({ out, envFile, program, allowHost = [] }: GivenFlags): string {
  const given = [
    ...(out === undefined || out === defaultReportsFolder ? [] : ['--out', out]),
    ...(envFile === undefined ? [] : ['--env-file', envFile]),
    ...(program === undefined ? [] : ['--program', program]),
    ...allowHost.flatMap((host) => ['--allow-host', host]),
  ];
  return given.map(quoted).join(' ');
}

/**
 * The variables that the process of a run had, as a shell takes them before a command; empty for none. What an env-file says comes
 * with the file, and a secret is never printed: who types the command has it where the run had it.
 */
export function variablesAgain(environment: Readonly<Record<string, string | undefined>>): string {
  return environmentVariables
    .filter(({ secret }) => !secret)
    .flatMap(({ name }) => {
      const value = environment[name] ?? '';
      return value === '' ? [] : [`${name}=${quoted(value)}`];
    })
    .join(' ');
}

/** A word as a shell takes it. */
export function quoted(word: string): string {
  return /^[\w./:@=-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;
}
