import type { RunRecord } from './run-record.js';

/** What a run is bound to whatever its target is. */
export type Conditions = Omit<
  RunRecord,
  'runId' | 'startedAt' | 'seed' | 'baseUrl' | 'programSha256' | 'profileSha256' | 'credentials' | 'codeSha256'
>;
