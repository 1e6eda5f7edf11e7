/** Set by GitHub Actions, and by systems that act like it, to the file whose Markdown a job's page shows. */
export const stepSummaryVariable = 'GITHUB_STEP_SUMMARY';

/** The file that takes this step's summary, as the CI system named it; null where there is none. */
export function stepSummaryTarget(environment: NodeJS.ProcessEnv): string | null {
  const file = environment[stepSummaryVariable];
  return file === undefined || file === '' ? null : file;
}
