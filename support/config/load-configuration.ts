import { resolve } from 'node:path';
import { ownContractPath } from './own-contract-path.js';
import { errorsOf } from '../messages/coded-error.js';
import { configMessages } from '../messages/config-messages.js';
import {
  loadAuthorities,
  loadClientCertificate,
  readClientCertificate,
  type IdentityFiles,
  type NamedFile,
  type ClientCertificate,
} from './client-certificate.js';
import type { Clock } from './clock.js';
import type { Configuration } from './configuration.js';
import { baseProfile } from './default-profile.js';
import { environmentVariables, type VariableName, type VariableValues } from './environment-variables.js';
import { guardTarget, type GuardedTarget } from './guard.js';
import { loadContainer, type ContainerRequest } from './load-container.js';
import { loadIdentity } from './load-identity.js';
import { loadProfile } from './load-profile.js';
import {
  documentDigests,
  loadProductionSettings,
  overridingDocuments,
  readIfReadable,
  type ProductionSources,
} from './production-settings.js';
import { proxyFor } from './proxy.js';
import { readVariables } from './read-variables.js';
import { loadSigningKey } from './signing-key.js';
import { systemClock } from './system-clock.js';

const configError = errorsOf(configMessages, 'configuration');

/** Flags of the command line that configure a run. */
export interface ConfigurationFlags {
  readonly envFile?: string;
  /** Overrides AXYS_PROGRAM. */
  readonly program?: string;
  readonly allowHost?: readonly string[];
  /** Run the emulator in a container. */
  readonly container?: boolean;
  /** File that says how the container is run. */
  readonly containerSettings?: string;
}

/** Where a configuration comes from. */
export interface ConfigurationSources {
  readonly environment: NodeJS.ProcessEnv;
  readonly flags: ConfigurationFlags;
  /** Relative paths are taken from here. */
  readonly cwd: string;
  /** Judges the validity of certificates and the dates of attestations; the system clock by default. */
  readonly clock?: Clock;
  /** `readable` leaves dates and the match of key and certificate to the caller (doctor). Default `usable`. */
  readonly certificates?: 'usable' | 'readable';
}

/**
 * Merges environment, env-file, profile and flags into one frozen configuration. The guard decides first (exit 77),
 * whatever else is broken; then the first problem found ends with exit 78 (64 for a bad flag). Opens no connection.
 */
export async function loadConfiguration(sources: ConfigurationSources): Promise<Configuration> {
  const { environment, flags, cwd } = sources;
  const read = await readVariables(environment, flags.envFile === undefined ? null : resolve(cwd, flags.envFile));
  const guarded = guardTarget(read.values, flags.allowHost ?? []);
  if (read.problem !== null) throw read.problem;
  const program = flags.program ?? read.values.AXYS_PROGRAM;
  const values: VariableValues = program === undefined ? read.values : { ...read.values, AXYS_PROGRAM: program };
  const clock = sources.clock ?? systemClock;
  const readIdentity: IdentityReader = (files, passphrase) =>
    sources.certificates === 'readable'
      ? readClientCertificate(files, passphrase)
      : loadClientCertificate(files, passphrase, clock);
  const proxy = guarded.baseUrl === null ? null : proxyFor(guarded.baseUrl, environment);
  const overriding = await overridingDocuments(environment, flags.program);
  const beside: ProductionSources = { overriding, allowHost: flags.allowHost ?? [], cwd };
  const container = await loadContainer(containerRequest(sources, read.values), guarded);
  return build(values, { ...guarded, proxy, container }, beside, { readIdentity, clock });
}

function containerRequest({ flags, cwd }: ConfigurationSources, values: VariableValues): ContainerRequest {
  const { container, containerSettings } = flags;
  const settingsFile = containerSettings === undefined ? null : resolve(cwd, containerSettings);
  return { asked: container === true, image: values.AXYS_EMULATOR_IMAGE, settingsFile };
}

/** What the passphrase opens. */
const keyVariables: readonly VariableName[] = ['AXYS_KEY_PATH', 'AXYS_NEXT_KEY_PATH'];

type IdentityReader = (files: IdentityFiles, passphrase: string | null) => Promise<ClientCertificate>;

async function build(
  values: VariableValues,
  guarded: GuardedTarget & Pick<Configuration, 'proxy' | 'container'>,
  beside: ProductionSources,
  { readIdentity, clock }: { readonly readIdentity: IdentityReader; readonly clock: Clock },
): Promise<Configuration> {
  const { cwd } = beside;
  const { container } = guarded;
  const fileOf = (name: VariableName): NamedFile | null => {
    const value = values[name];
    return value === undefined ? null : { name, file: resolve(cwd, value) };
  };
  const identity = (certificate: VariableName, key: VariableName) =>
    loadIdentity(fileOf(certificate), fileOf(key), [certificate, key], (files) =>
      readIdentity(files, values.AXYS_KEY_PASSPHRASE ?? null),
    );
  const isLocked = values.AXYS_KEY_PASSPHRASE !== undefined;
  if (isLocked && !keyVariables.some((name) => values[name] !== undefined)) throw configError('CFG-110');
  const certificate = await identity('AXYS_CERT_PATH', 'AXYS_KEY_PATH');
  const nextCertificate = await identity('AXYS_NEXT_CERT_PATH', 'AXYS_NEXT_KEY_PATH');
  const ca = fileOf('AXYS_CA_PATH');
  const serverCa = ca === null ? null : await loadAuthorities(ca);
  const profileFile = fileOf('AXYS_PROGRAM');
  const base = baseProfile({ ...guarded, container });
  const profile = profileFile === null ? null : await loadProfile(profileFile.file, base, clock);
  const productionEnvFile = fileOf('AXYS_PRODUCTION_ENV_FILE');
  const production = productionEnvFile === null ? null : await loadProductionSettings(productionEnvFile, beside);
  const signingKey = fileOf('AXYS_SIGNING_KEY_PATH');
  if (signingKey !== null) await loadSigningKey(signingKey);
  requireSecrets(guarded, values);
  return Object.freeze({
    environment: guarded.environment,
    baseUrl: guarded.baseUrl,
    apiKey: values.AXYS_API_KEY ?? null,
    certificate,
    nextCertificate,
    serverCa,
    proxy: guarded.proxy,
    profile,
    contractPath: fileOf('AXYS_CONTRACT')?.file ?? ownContractPath,
    overlayPath: fileOf('AXYS_CONTRACT_OVERLAY')?.file ?? null,
    contractGiven: values.AXYS_CONTRACT !== undefined,
    documents: await documentDigests(fileOf, readIfReadable),
    production,
    signingKeyPath: signingKey?.file ?? null,
    container,
    allowedHosts: guarded.allowedHosts,
  });
}

/** A target that the harness does not start itself needs its key and client certificate. */
function requireSecrets({ environment, baseUrl }: GuardedTarget, values: VariableValues): void {
  if (baseUrl === null) return;
  for (const { name, meaning } of environmentVariables) {
    if (!['AXYS_API_KEY', 'AXYS_CERT_PATH'].includes(name) || values[name] !== undefined) continue;
    throw configError('CFG-105', { environment, name, meaning });
  }
}
