/** What the page holds at most, so that it opens at once whatever the size of the run. The rest is named by its file. */
export interface Limits {
  /** Calls of scenarios shown with request and answer. What proves or contradicts something comes first. */
  readonly calls: number;
  /** Scenarios shown with Gherkin and timeline. */
  readonly scenarios: number;
  /** Scenarios named in one row. */
  readonly scenariosOfRow: number;
  /** Scenarios whose steps one test script shows. */
  readonly stepsOfScript: number;
  /** Characters of one body. */
  readonly body: number;
  /** Characters of one body of an earlier run's call. */
  readonly quote: number;
  /** Pictures of deposits. */
  readonly deposits: number;
  /** Lines of a list of findings or objects. */
  readonly lines: number;
}

/** Room for the whole matrix with its about 1,200 calls. */
export const limits: Limits = {
  calls: 1300,
  scenarios: 250,
  scenariosOfRow: 25,
  stepsOfScript: 20,
  body: 6000,
  quote: 1500,
  deposits: 40,
  lines: 100,
};
