import { errorsOf } from '../messages/coded-error.js';
import { cucumberUsageMessages } from '../messages/runner-messages.js';

const usage = errorsOf(cucumberUsageMessages, 'usage');

/** Options of cucumber-js that a certification run does not take, with the reason. */
const refusedOptions: Readonly<Record<string, string>> = {
  '--parallel': 'one process judges the whole run, so that nothing is counted twice or missed',
  '--retry': 'a verdict is never improved by trying again',
  '--publish': 'evidence leaves this machine only by your own hand',
};

/** Variables that make Cucumber publish its messages. */
const publishing = ['CUCUMBER_PUBLISH_ENABLED', 'CUCUMBER_PUBLISH_TOKEN'] as const;

/** Throws RUN-111 (exit 64) for an option or variable a certification run does not take. */
export function refuseCucumberOptions(
  argv: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): void {
  for (const [option, why] of Object.entries(refusedOptions)) {
    const given = argv.some((argument) => argument === option || argument.startsWith(`${option}=`));
    if (given) throw usage('RUN-111', { option, why });
  }
  const variable = publishing.find((name) => environment[name] !== undefined);
  if (variable !== undefined) throw usage('RUN-111', { option: variable, why: refusedOptions['--publish'] ?? '' });
}
