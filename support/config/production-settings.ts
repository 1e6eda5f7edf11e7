import { resolve } from 'node:path';
import { CodedError, errorsOf } from '../messages/coded-error.js';
import { configMessages } from '../messages/config-messages.js';
import { loadAuthorities, readClientCertificate, readNamedFile, type NamedFile } from './client-certificate.js';
import type { VariableName, VariableValues } from './environment-variables.js';
import { guardTarget, type GuardedTarget } from './guard.js';
import { loadIdentity } from './load-identity.js';
import { readVariables } from './read-variables.js';
import { digestOf, documentVariables, type DocumentDigests, type RunSettings } from './run-settings.js';

const configError = errorsOf(configMessages, 'configuration');

/** What surrounds the production env-file. */
export interface ProductionSources {
  /** Documents that flags or the process environment name: they win over either env-file, so both sides have them. */
  readonly overriding: VariableValues;
  readonly allowHost: readonly string[];
  /** Relative paths are taken from here. */
  readonly cwd: string;
}

/**
 * Reads the production env-file that this run is compared with; nothing in it is ever used to connect. Credentials may
 * still be missing: they are issued after the audit. Throws CFG-109 where production could not run with it, and the
 * codes of the files it names. Source: docs/sandbox-going-live.
 */
export async function loadProductionSettings(file: NamedFile, sources: ProductionSources): Promise<RunSettings> {
  await readNamedFile(file);
  const read = await readVariables({}, file.file);
  if (read.problem !== null) throw read.problem;
  const { environment, baseUrl } = guarded(file, read.values, sources.allowHost);
  const values: VariableValues = { ...read.values, ...sources.overriding };
  const fileOf = (name: VariableName): NamedFile | null => {
    const value = values[name];
    return value === undefined ? null : { name, file: resolve(sources.cwd, value) };
  };
  const identity = (certificate: VariableName, key: VariableName) =>
    loadIdentity(fileOf(certificate), fileOf(key), [certificate, key], (files) =>
      readClientCertificate(files, values.AXYS_KEY_PASSPHRASE ?? null),
    );
  const ca = fileOf('AXYS_CA_PATH');
  return {
    environment,
    baseUrl,
    apiKey: values.AXYS_API_KEY ?? null,
    certificate: await identity('AXYS_CERT_PATH', 'AXYS_KEY_PATH'),
    nextCertificate: await identity('AXYS_NEXT_CERT_PATH', 'AXYS_NEXT_KEY_PATH'),
    serverCa: ca === null ? null : await loadAuthorities(ca),
    documents: await documentDigests(fileOf),
  };
}

/** Documents that the process environment or `--program` name; the environment wins over every env-file. */
export async function overridingDocuments(environment: NodeJS.ProcessEnv, program?: string): Promise<VariableValues> {
  const { values } = await readVariables(environment, null);
  const named = program === undefined ? values : { ...values, AXYS_PROGRAM: program };
  return Object.fromEntries(
    documentVariables.flatMap((name) => (named[name] === undefined ? [] : [[name, named[name]]])),
  );
}

/** Reads a document; null for one that cannot be read. */
export type DocumentReader = (file: NamedFile) => Promise<string | null>;

/** For this run's own documents: whoever works with one reports that it cannot be read, before anything is compared. */
export const readIfReadable: DocumentReader = (file) => readNamedFile(file).catch(() => null);

/** Digests of the documents that variables name. Throws CFG-108 for one that the reader must read and cannot. */
export async function documentDigests(
  fileOf: (name: VariableName) => NamedFile | null,
  read: DocumentReader = readNamedFile,
): Promise<DocumentDigests> {
  const entries = documentVariables.map(async (name) => {
    const file = fileOf(name);
    const content = file === null ? null : await read(file);
    return [name, content === null ? null : digestOf(content)] as const;
  });
  return Object.fromEntries(await Promise.all(entries)) as DocumentDigests;
}

/** What the guard would refuse in production is of no use there; this run itself is not refused for it. */
function guarded({ file }: NamedFile, values: VariableValues, allowHost: readonly string[]): GuardedTarget {
  try {
    return guardTarget(values, allowHost);
  } catch (error) {
    if (!(error instanceof CodedError)) throw error;
    throw configError('CFG-109', { file, problem: error.message.replace(/\.$/, '') }, error);
  }
}
