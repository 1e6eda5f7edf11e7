import { stepSummaryVariable } from './step-summary-target.js';

/** One variable of the environment: what it means, whether it is secret, and what applies without it. */
export interface EnvironmentVariable {
  readonly name: string;
  readonly meaning: string;
  /** Secret values are never printed, not even in an error. */
  readonly secret: boolean;
  readonly default: string;
}

/** Every variable the harness reads. Feeds the reader, its "did you mean" and `--help`. */
export const environmentVariables = [
  { name: 'AXYS_ENV', meaning: 'emulator, staging or production', secret: false, default: 'emulator' },
  {
    name: 'AXYS_BASE_URL',
    meaning: 'Base URL including /v2',
    secret: false,
    default: 'by environment; the embedded emulator starts itself',
  },
  { name: 'AXYS_API_KEY', meaning: 'Program-level API key', secret: true, default: 'emulator: generated' },
  {
    name: 'AXYS_CERT_PATH',
    meaning: 'Client certificate, PEM file',
    secret: false,
    default: 'emulator: generated per run',
  },
  {
    name: 'AXYS_KEY_PATH',
    meaning: 'Its private key, PEM file',
    secret: false,
    default: 'emulator: generated per run',
  },
  { name: 'AXYS_KEY_PASSPHRASE', meaning: 'Passphrase of the private key', secret: true, default: 'none' },
  {
    name: 'AXYS_NEXT_CERT_PATH',
    meaning: "The rotation's second certificate, PEM file",
    secret: false,
    default: 'emulator: generated',
  },
  { name: 'AXYS_NEXT_KEY_PATH', meaning: 'Its private key, PEM file', secret: false, default: 'emulator: generated' },
  {
    name: 'AXYS_CA_PATH',
    meaning: 'Extra certificate authority for the server, PEM file',
    secret: false,
    default: 'none',
  },
  { name: 'AXYS_PROGRAM', meaning: 'Program profile, JSON file', secret: false, default: 'built-in profile' },
  {
    name: 'AXYS_CONTRACT',
    meaning: 'Another OpenAPI document, 3.0 or 3.1',
    secret: false,
    default: 'schemas/axys-v2/openapi.yaml',
  },
  { name: 'AXYS_CONTRACT_OVERLAY', meaning: 'OpenAPI Overlay 1.0 file on top', secret: false, default: 'none' },
  {
    name: 'AXYS_PRODUCTION_ENV_FILE',
    meaning: "Production env-file that TM-75 compares with this run's",
    secret: false,
    default: "emulator's own",
  },
  {
    name: 'AXYS_SIGNING_KEY_PATH',
    meaning: 'Ed25519 private key for the pack, PEM file',
    secret: false,
    default: 'ad-hoc key, practice',
  },
  {
    name: 'AXYS_EMULATOR_IMAGE',
    meaning: 'Run the emulator from this container image',
    secret: false,
    default: 'in process',
  },
] as const satisfies readonly EnvironmentVariable[];

/** The usual variables of the process environment that are obeyed beside ours; an env-file does not set them. */
export const usualVariables = [
  { name: 'HTTPS_PROXY', meaning: 'HTTP proxy for every target but loopback', secret: true, default: 'none' },
  { name: 'ALL_PROXY', meaning: 'The same, where HTTPS_PROXY is not set', secret: true, default: 'none' },
  { name: 'NO_PROXY', meaning: 'Hosts to reach without the proxy', secret: false, default: 'none' },
] as const satisfies readonly EnvironmentVariable[];

/** What a CI system says about itself, obeyed without being asked for; an env-file does not set it. */
const ciVariables = [
  {
    name: stepSummaryVariable,
    meaning: 'File that gets a Markdown summary of a run appended',
    secret: false,
    default: 'none; set by GitHub Actions',
  },
] as const satisfies readonly EnvironmentVariable[];

/** Name of a variable the harness reads. */
export type VariableName = (typeof environmentVariables)[number]['name'];

/** Values of the variables that are set. */
export type VariableValues = Readonly<Partial<Record<VariableName, string>>>;

const names: ReadonlySet<string> = new Set(environmentVariables.map((variable) => variable.name));

/** True for a name in {@link environmentVariables}. */
export function isVariableName(name: string): name is VariableName {
  return names.has(name);
}

/** The tables as text for `--help`. */
export function describeEnvironment(): string {
  return [
    'Environment variables (secrets are never taken from flags):',
    ...linesOf(environmentVariables),
    'Usual variables (process environment only, also in lower case):',
    ...linesOf(usualVariables),
    'Set by CI systems:',
    ...linesOf(ciVariables),
  ].join('\n');
}

function linesOf(variables: readonly EnvironmentVariable[]): readonly string[] {
  const width = Math.max(...environmentVariables.map(({ name }) => name.length));
  return variables.map(({ name, meaning, default: none }) => `  ${name.padEnd(width)}  ${meaning} (default: ${none})`);
}
