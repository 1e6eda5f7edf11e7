import type { Coverage } from '../coverage.js';

/** The coverage of a run without a contract. */
export const emptyCoverage: Coverage = {
  ...{ runId: 'run-1', partial: false, counts: [], exclusions: [], beyond: [], scenarios: [], targets: [] },
};
