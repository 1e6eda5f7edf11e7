/** Status words of CTRF. */
export type CtrfStatus = 'passed' | 'failed' | 'skipped' | 'pending' | 'other';

/**
 * What only we have to say: the members whose names begin with `axys-certify.`, as the format wants extensions named.
 */
export type CtrfExtra = Readonly<Record<`axys-certify.${string}`, unknown>>;

/** One scenario. Times are milliseconds since 1970, durations milliseconds. */
export interface CtrfTest {
  readonly name: string;
  readonly status: CtrfStatus;
  readonly duration: number;
  readonly start: number;
  readonly stop: number;
  readonly suite: readonly string[];
  readonly message: string;
  readonly trace?: string;
  readonly line: number;
  /** Our own verdict. */
  readonly rawStatus: string;
  readonly tags: readonly string[];
  readonly labels: Readonly<Record<string, string>>;
  readonly type: 'contract';
  readonly filePath: string;
  readonly retries: number;
  readonly flaky: boolean;
  readonly attachments: readonly { readonly name: string; readonly contentType: string; readonly path: string }[];
  readonly steps: readonly { readonly name: string; readonly status: CtrfStatus; readonly extra: CtrfExtra }[];
  readonly extra: CtrfExtra;
}

/**
 * Common Test Report Format, as far as we write it (ctrf.io, specification 1.0.0). Shape:
 * `schemas/evidence/ctrf.schema.json`.
 */
export interface CtrfReport {
  readonly reportFormat: 'CTRF';
  readonly specVersion: '1.0.0';
  readonly generatedBy: string;
  readonly results: {
    readonly tool: { readonly name: string; readonly version: string };
    readonly summary: Readonly<Record<CtrfStatus | 'tests' | 'suites' | 'flaky' | 'start' | 'stop', number>> & {
      readonly extra: CtrfExtra;
    };
    readonly tests: readonly CtrfTest[];
    readonly environment: {
      readonly reportName: string;
      readonly appName: string;
      readonly appVersion: string;
      readonly testEnvironment: string;
      readonly extra: CtrfExtra;
    };
  };
}
