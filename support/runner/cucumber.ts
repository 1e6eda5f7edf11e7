import { Writable } from 'node:stream';
import { giveBackScopes } from './serial-scopes.js';
import {
  loadConfiguration,
  loadSupport,
  runCucumber,
  type IRunConfiguration,
  type IRunEnvironment,
  type ISupportCodeLibrary,
} from '@cucumber/cucumber/api';
import { packageRoot } from '../config/package-root.js';
import { errorsOf } from '../messages/coded-error.js';
import { runnerMessages } from '../messages/runner-messages.js';
import type { RunningOrder } from './selection.js';
import { rememberMatches } from './remember-matches.js';

giveBackScopes();

const runnerError = errorsOf(runnerMessages, 'harnessError');

/** One message of Cucumber's stream. */
export type Envelope = Parameters<NonNullable<Parameters<typeof runCucumber>[2]>>[0];

/** What one pass over the features is told. */
export interface CucumberPass {
  /** Feature files, or one place `features/x.feature:12`; null for all. */
  readonly paths: readonly string[] | null;
  readonly tagExpression: string;
  readonly order: RunningOrder;
  readonly dryRun: boolean;
  onMessage(envelope: Envelope): void;
}

/** The plugin that opens a run for people who start Cucumber themselves; our own passes bring their run along. */
const withoutPlugins = { plugins: { specifiers: [], options: {} } };

/** Cucumber's own console output is discarded: results are told by us. Its environment is empty on purpose. */
function quietEnvironment(): IRunEnvironment {
  const discard = new Writable({ write: (_chunk, _encoding, done) => done() });
  return { cwd: packageRoot(), stdout: discard, stderr: discard, env: {}, debug: false };
}

let supportCode: Promise<ISupportCodeLibrary> | null = null;

/**
 * Step files register themselves when they are imported, and Node imports a file once; so the library is loaded once per
 * process and reused by every pass. A second load would be empty.
 */
function supportOnce(configuration: IRunConfiguration): Promise<ISupportCodeLibrary> {
  supportCode ??= loadSupport(configuration, quietEnvironment()).then(rememberMatches);
  return supportCode;
}

/**
 * Runs Cucumber in this process on the default profile of cucumber.json. Steps share our module instances, so what the
 * runner publishes is what they see. The result is in the messages, not in a return value.
 */
export async function passCucumber(pass: CucumberPass): Promise<void> {
  const { tagExpression: tags, order, dryRun } = pass;
  const { runConfiguration } = await loadConfiguration(
    { file: 'cucumber.json', profiles: ['default'], provided: { tags, order, dryRun } },
    quietEnvironment(),
  );
  const support = await supportOnce(runConfiguration).catch((error: unknown) => {
    const problem = error instanceof Error ? error.message : String(error);
    throw runnerError('RUN-207', { problem }, error);
  });
  const sources =
    pass.paths === null ? runConfiguration.sources : { ...runConfiguration.sources, paths: [...pass.paths] };
  const configuration = { ...runConfiguration, ...withoutPlugins, sources, support };
  await runCucumber(configuration, quietEnvironment(), (envelope) => pass.onMessage(envelope));
}

/** Parses every feature and nothing else, also while Cucumber itself is at work in this process. */
export async function readFeatures(): Promise<readonly Envelope[]> {
  const envelopes: Envelope[] = [];
  const { runConfiguration } = await loadConfiguration(
    { file: 'cucumber.json', profiles: ['default'], provided: { dryRun: true } },
    quietEnvironment(),
  );
  const support = { requireModules: [], requirePaths: [], importPaths: [], loaders: [] };
  const configuration = { ...runConfiguration, ...withoutPlugins, support };
  await runCucumber(configuration, quietEnvironment(), (envelope) => envelopes.push(envelope));
  return envelopes;
}
