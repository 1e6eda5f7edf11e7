import { createHash, createPublicKey, X509Certificate } from 'node:crypto';
import type { ClientCertificate } from './client-certificate.js';
import type { VariableName } from './environment-variables.js';
import type { RunSettings } from './run-settings.js';

/** How a setting of this run stands to the same setting of production. No value, so that it can be recorded. */
export type SettingRelation = 'same' | 'differs' | 'only this run' | 'only production' | 'neither';

/** A setting that both sides can have. */
export type ComparedSetting = Exclude<
  VariableName,
  'AXYS_PRODUCTION_ENV_FILE' | 'AXYS_SIGNING_KEY_PATH' | 'AXYS_EMULATOR_IMAGE'
>;

/** What comparing two configurations shows. */
export interface SettingsComparison {
  readonly relations: Readonly<Record<ComparedSetting, SettingRelation>>;
  /** Credentials both sides have, under whatever name: `AXYS_CERT_PATH of production is AXYS_NEXT_CERT_PATH of this run`. */
  readonly shared: readonly string[];
}

/** A comparable form of each setting: digests and fingerprints, in memory only. */
const forms: Readonly<Record<ComparedSetting, (settings: RunSettings) => string | null>> = {
  AXYS_ENV: ({ environment }) => environment,
  AXYS_BASE_URL: ({ baseUrl }) => baseUrl?.href ?? null,
  AXYS_API_KEY: ({ apiKey }) => digest(apiKey),
  AXYS_CERT_PATH: ({ certificate }) => fingerprint(certificate),
  AXYS_KEY_PATH: ({ certificate }) => publicKey(certificate),
  AXYS_KEY_PASSPHRASE: ({ certificate }) => digest(certificate?.passphrase ?? null),
  AXYS_NEXT_CERT_PATH: ({ nextCertificate }) => fingerprint(nextCertificate),
  AXYS_NEXT_KEY_PATH: ({ nextCertificate }) => publicKey(nextCertificate),
  AXYS_CA_PATH: ({ serverCa }) => digest(serverCa),
  AXYS_PROGRAM: ({ documents }) => documents.AXYS_PROGRAM,
  AXYS_CONTRACT: ({ documents }) => documents.AXYS_CONTRACT,
  AXYS_CONTRACT_OVERLAY: ({ documents }) => documents.AXYS_CONTRACT_OVERLAY,
};

/** Settings that prove who calls: none of them may be the same on both sides, under any name. */
const credentials = [
  'AXYS_API_KEY',
  'AXYS_CERT_PATH',
  'AXYS_KEY_PATH',
  'AXYS_KEY_PASSPHRASE',
  'AXYS_NEXT_CERT_PATH',
  'AXYS_NEXT_KEY_PATH',
] as const satisfies readonly ComparedSetting[];

/**
 * Compares this run's settings with production's. Certificates are the same by SHA-256 fingerprint, keys by their public
 * half, everything else by content. Source: docs/sandbox-going-live.
 */
export function compareSettings(own: RunSettings, production: RunSettings): SettingsComparison {
  const relations = Object.fromEntries(
    Object.entries(forms).map(([setting, form]) => [setting, relation(form(own), form(production))]),
  ) as Record<ComparedSetting, SettingRelation>;
  const shared = credentials.flatMap((theirs) =>
    credentials
      .filter((ours) => forms[ours](own) !== null && forms[ours](own) === forms[theirs](production))
      .map((ours) => `${theirs} of production is ${ours} of this run`),
  );
  return { relations, shared };
}

function relation(own: string | null, production: string | null): SettingRelation {
  if (own === null) return production === null ? 'neither' : 'only production';
  if (production === null) return 'only this run';
  return own === production ? 'same' : 'differs';
}

function digest(value: string | null): string | null {
  return value === null ? null : createHash('sha256').update(value).digest('hex');
}

function fingerprint(identity: ClientCertificate | null): string | null {
  return identity === null ? null : new X509Certificate(identity.certificate).fingerprint256;
}

/** A renewed certificate over an old key is a shared key all the same. */
function publicKey(identity: ClientCertificate | null): string | null {
  if (identity === null) return null;
  const { privateKey: key, passphrase } = identity;
  const half = createPublicKey({ key, ...(passphrase === null ? {} : { passphrase }) });
  return digest(half.export({ type: 'spki', format: 'pem' }).toString());
}
