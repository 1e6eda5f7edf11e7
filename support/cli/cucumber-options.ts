import type { IConfiguration } from '@cucumber/cucumber/api';
import { errorsOf } from '../messages/coded-error.js';
import { cucumberUsageMessages } from '../messages/runner-messages.js';

const usage = errorsOf(cucumberUsageMessages, 'usage');

/** An option of cucumber-js that a certification run does not take. */
interface RefusedOption {
  /** On the command line; null for one that is taken there. */
  readonly flag: string | null;
  /** In a profile. */
  readonly member: keyof IConfiguration;
  readonly why: string;
}

const publish: RefusedOption = {
  ...{ flag: '--publish', member: 'publish' },
  why: 'evidence leaves this machine only by your own hand',
};

const refusedOptions: readonly RefusedOption[] = [
  {
    ...{ flag: '--parallel', member: 'parallel' },
    why: 'one process judges the whole run, so that nothing is counted twice or missed',
  },
  { ...{ flag: '--retry', member: 'retry' }, why: 'a verdict is never improved by trying again' },
  publish,
  {
    ...{ flag: null, member: 'dryRun' },
    why: 'a run that calls nobody would end well each time. Give --dry-run by hand',
  },
];

/** Variables that make Cucumber publish its messages. */
const publishing = ['CUCUMBER_PUBLISH_ENABLED', 'CUCUMBER_PUBLISH_TOKEN'] as const;

/** Throws RUN-111 (exit 64) for an option or variable a certification run does not take. */
export function refuseCucumberOptions(
  argv: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): void {
  for (const { flag, why } of refusedOptions) {
    const given = flag !== null && argv.some((argument) => argument === flag || argument.startsWith(`${flag}=`));
    if (given) throw usage('RUN-111', { option: flag, why });
  }
  const variable = publishing.find((name) => environment[name] !== undefined);
  if (variable !== undefined) throw usage('RUN-111', { option: variable, why: publish.why });
}

/** Throws RUN-111 (exit 64) for an option that a profile turns on and a certification run does not take. */
export function refuseProfileOptions(profile: Partial<IConfiguration>): void {
  const refused = refusedOptions.find(({ member }) => Boolean(profile[member]));
  if (refused === undefined) return;
  throw usage('RUN-111', { option: `"${refused.member}" in its profile`, why: refused.why });
}
