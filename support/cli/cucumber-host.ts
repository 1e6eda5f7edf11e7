import { join, resolve } from 'node:path';
import type { Clock } from '../config/clock.js';
import { loadConfiguration } from '../config/load-configuration.js';
import { packageVersion } from '../config/package-root.js';
import { errorsOf } from '../messages/coded-error.js';
import { refusalMessages } from '../messages/guard-messages.js';
import { catalogueOf } from '../runner/catalogue.js';
import { assembledScenarios, planOfCucumber } from '../runner/cucumber-plan.js';
import { readFeatures, type Envelope } from '../runner/cucumber.js';
import { createMessageLog, type MessageLog } from '../runner/message-log.js';
import { nearScenarios } from '../runner/near-scenarios.js';
import { openRun } from '../runner/open-run.js';
import type { OpenRun } from '../runner/opened-run.js';
import { harnessParts } from '../runner/harness-parts.js';
import { recomputeBeside } from '../runner/recompute/beside/recompute-beside.js';
import { prepareRun } from '../runner/prepare-run.js';
import { setRunContext } from '../runner/run-context.js';
import type { RunHost } from '../runner/run-host.js';
import { runIdOf } from '../runner/run-id.js';
import { outcomeOf } from '../runner/run-plan.js';
import { prepareThread } from '../target/embedded/spare-thread.js';
import { runsEmbedded } from '../target/runs-embedded.js';
import type { ExitCode } from '../messages/exit-code.js';
import { allureBeside, type AllureBeside } from './allure-beside.js';
import { concludeRun } from './conclude-run.js';
import { readCucumberParameters, type CucumberParameters } from './cucumber-parameters.js';
import { forgetLatest } from './latest.js';
import { createQuietProgress } from './progress.js';
import type { CommandIo } from './streams.js';

const refused = errorsOf(refusalMessages, 'refused');

/** What a run that Cucumber drives has open. */
interface Hosted {
  readonly run: OpenRun;
  readonly log: MessageLog;
  readonly reports: string;
  readonly folder: string;
  readonly allure: AllureBeside;
}

/** One run that Cucumber drives itself: opened by its first hook, decided when its messages have ended. */
export class CucumberHost implements RunHost {
  readonly #io: CommandIo;
  readonly #argv: readonly string[];
  readonly #envelopes: Envelope[] = [];
  #hosted: Hosted | null = null;

  /** `argv` is what cucumber-js was given, for what is said of a selection that holds nothing. */
  constructor(io: CommandIo, argv: readonly string[]) {
    this.#io = io;
    this.#argv = argv;
  }

  /** Takes one of Cucumber's messages. Before the run is open they are kept, afterwards they are written as they come. */
  receive(envelope: Envelope): void {
    this.#envelopes.push(envelope);
    this.#hosted?.log.write(envelope);
  }

  async open(worldParameters: unknown): Promise<void> {
    const parameters = readCucumberParameters(worldParameters);
    const { environment, seed } = parameters;
    const parts = this.#io.parts ?? harnessParts;
    const { clock, randomBytes } = parts;
    const reports = resolve(this.#io.cwd, parameters.out);
    await forgetLatest(reports);
    const configuration = await this.#configure(parameters, clock);
    if (runsEmbedded(configuration)) prepareThread(configuration);
    const plan = planOfCucumber(this.#envelopes, await readFeatures(), environment, this.#argv);
    const prepared = await prepareRun(configuration, plan, { clock });
    const runId = runIdOf(clock.now(), randomBytes(3));
    const folder = join(reports, 'runs', runId);
    const allure = allureBeside(folder, join(reports, 'allure', runId), this.#io);
    const run = await openRun({
      ...{
        runId,
        folder,
        configuration,
        prepared,
        seed,
        resume: null,
        carry: null,
        baseline: null,
        logLevel: 'info',
        harnessVersion: packageVersion(),
      },
      activeFolder: join(reports, 'active'),
      ...{ ...parts, progress: createQuietProgress(this.#io.stderr, parts.clock) },
      signal: this.#io.interrupted,
      allureWritten: () => allure.start(),
      recomputeBeside,
    });
    const log = createMessageLog(run.context.messages, (text) => run.context.recorder.maskText(text));
    for (const envelope of this.#envelopes) log.write(envelope);
    this.#hosted = { run, log, reports, folder, allure };
    setRunContext(run.context);
  }

  /** Decides the run, writes and prints it. Null after a dry run that found nothing wrong: no run was opened. */
  async close(): Promise<ExitCode | null> {
    const hosted = this.#hosted;
    if (hosted === null) {
      // Cucumber calls an empty selection a success.
      const catalogue = [...catalogueOf(await readFeatures()).values()];
      assembledScenarios(this.#envelopes, nearScenarios(this.#argv, catalogue) ?? undefined);
      return null;
    }
    this.#hosted = null;
    setRunContext(null);
    const { run, log, reports, folder, allure } = hosted;
    await run.attempt(() => log.close());
    run.blame(outcomeOf(run.context.plan, run.context, this.#envelopes).harnessErrors);
    return allure.orGiveUp(async () =>
      concludeRun(await run.finish(), { reports, folder, flags: {}, allure }, this.#io),
    );
  }

  /** The profile's word stands for AXYS_ENV; one in the environment that disagrees is refused, as any mix-up is. */
  async #configure({ environment, envFile, program }: CucumberParameters, clock: Clock) {
    const { env, cwd } = this.#io;
    const received = env['AXYS_ENV'];
    if (received !== undefined && received !== environment) throw refused('GRD-106', { environment, received });
    const flags = { ...(envFile === null ? {} : { envFile }), ...(program === null ? {} : { program }) };
    return loadConfiguration({ environment: { ...env, AXYS_ENV: environment }, flags, cwd, clock });
  }
}
