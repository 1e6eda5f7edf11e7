import type { EnvironmentName } from '../config/environment-name.js';

/** All that may run against production, and runs nowhere else. Source: docs/sandbox-going-live. */
export const productionRows = ['TM-72', 'TM-73'] as const;

/** The rows a run of an environment is limited to; null for every row but those of production. */
export function rowsOfEnvironment(environment: EnvironmentName): readonly string[] | null {
  return environment === 'production' ? productionRows : null;
}
