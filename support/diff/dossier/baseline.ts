import type { Decision } from '../../verdict/verdict.js';

/** A pack of an earlier run, by what identifies it. */
export interface NamedPack {
  readonly runId: string;
  /** SHA-256 (hex) of its manifest.json. */
  readonly manifestSha256: string;
  /** SHA-256 (hex) of the public key that signed it. */
  readonly keyId: string;
}

/** The pack that `--baseline` names, as frozen in `plan/baseline/baseline.json`. */
export interface Baseline extends NamedPack {
  /** When it began, ISO 8601. */
  readonly startedAt: string;
  readonly decision: Decision;
  /** Name of its Program. */
  readonly program: string;
  /** True when its key was made for that run alone, so that nobody vouches for it. */
  readonly adHocKey: boolean;
  /** `sealed` when another build made it: its verdicts were taken as signed, not derived again. */
  readonly verified: 'whole' | 'sealed';
  /** Further runs of the same version, from which it was learned what varies by itself. */
  readonly noise: readonly NamedPack[];
}
