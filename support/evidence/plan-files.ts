/** File with what the run was started with. */
export const runRecordFile = 'plan/run.json';

/** Files of the frozen plan, beside `plan/features/` and `plan/lifecycle/`. */
export const planFiles = {
  contract: 'plan/contract.json',
  /** What the operator's document changes against the published contract; a run that was given none has none. */
  contractChanges: 'plan/contract-changes.json',
  /** The overlay of the operator as it was applied, as JSON, sample data masked; a run without one has none. */
  overlay: 'plan/contract-overlay.json',
  program: 'plan/program.json',
  requirements: 'plan/requirements.yaml',
  scenarios: 'plan/scenarios.json',
  /** Every scenario that could run in this environment, selected or not. */
  catalogue: 'plan/catalogue.json',
  questions: 'plan/open-questions.yaml',
  /** What the suite need not cover for the time being, with reason, owner and expiry. */
  exclusions: 'plan/coverage-exclusions.yaml',
  /** What each operation of our own contract creates. */
  creations: 'plan/creations.json',
  /** What the run may call and create at most. */
  budget: 'plan/budget.json',
  /** The container that the emulator ran in; a run without one has none. */
  container: 'plan/container.json',
  /** Folder with the lifecycle tables. */
  lifecycles: 'plan/lifecycle/',
} as const;
