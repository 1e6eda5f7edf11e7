/** Folder of the frozen plan that holds what a run is compared with. */
export const baselineFolder = 'plan/baseline/';

/** What a run is compared with, frozen before its first call. Absent in a run without `--baseline`. */
export const baselineFiles = {
  /** Which pack it is, and how far it was verified. */
  facts: `${baselineFolder}baseline.json`,
  /** What its run saw of the target. */
  observed: `${baselineFolder}observed.json`,
  /** What two runs of the old version differed in; only with `--noise`. */
  noise: `${baselineFolder}noise.json`,
  /** The contract it was judged by; only where this run is judged by another. */
  contract: `${baselineFolder}contract.json`,
  /** What its run exercised of that contract; beside it. */
  coverage: `${baselineFolder}coverage.json`,
  /** Its masked exchanges that bear witness to what was observed. */
  exchanges: `${baselineFolder}exchanges.ndjson`,
  /** What people decided about changes; an empty list without `--approvals`. */
  approvals: `${baselineFolder}approvals.json`,
} as const;

/** What the comparison found: views, made again by `verify`. */
export const comparisonFiles = {
  contract: 'comparison/contract-diff.json',
  behaviour: 'comparison/behaviour-diff.json',
  dossier: 'comparison/dossier.json',
} as const;
