import type { ServedSecrets } from '../emulator.js';

/** Kinds of secrets an emulator hands out or takes in. */
export type SecretKind = keyof ServedSecrets;

/** Remembers every secret served, in memory only, so that a test can prove none of them leaked. */
export interface Vault {
  keep(kind: SecretKind, secret: string): void;
  contents(): ServedSecrets;
}

/** Makes an empty vault. */
export function createVault(): Vault {
  const kept: Record<SecretKind, Set<string>> = {
    apiKeys: new Set(),
    pans: new Set(),
    cvvs: new Set(),
    pins: new Set(),
    otps: new Set(),
  };
  return {
    keep: (kind, secret) => {
      kept[kind].add(secret);
    },
    contents: () => ({
      apiKeys: [...kept.apiKeys],
      pans: [...kept.pans],
      cvvs: [...kept.cvvs],
      pins: [...kept.pins],
      otps: [...kept.otps],
    }),
  };
}
