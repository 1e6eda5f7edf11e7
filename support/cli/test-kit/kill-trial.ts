import { appendFile, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadConfiguration } from '../../config/load-configuration.js';
import { journalFile } from '../../trace/journal-file.js';
import { startChild, untilHolds, type Child } from './child.js';
import { runHere, serveHere, type ServedHere } from './here.js';
import { madeObjects, type MadeObjects } from './made-objects.js';

/** A run against a standalone emulator, whatever happened to it on the way. */
export interface TrialRun {
  readonly runId: string;
  readonly code: number;
  readonly printed: string;
  /** True when its pack was closed before it was killed, so that nothing was left to resume. */
  readonly quicker: boolean;
  /** Null when `verify` finds its pack sound, else what it printed. */
  readonly unsound: string | null;
  /** Scenario id to its final verdict and reason. */
  readonly verdicts: ReadonlyMap<string, string>;
  readonly rows: readonly string[];
  readonly objects: MadeObjects;
  /** Lines of the journal. */
  readonly journal: readonly string[];
}

/** An emulated call has taken effect by then; what it answered has to be judged and masked before it is recorded. */
const afterIntentMs = 1;

/** Waits for the moment at which a run is killed. */
type Moment = (child: Child, out: string) => Promise<void>;

/** What the trial reads of a run's evidence. */
interface Line {
  readonly id: string;
  readonly verdict: string;
  readonly reason: string;
}

/** A standalone emulator and runs against it. What is killed has a process of its own; the others run in this one. */
export class KillTrial {
  private constructor(
    private readonly cwd: string,
    private readonly emulator: ServedHere,
    private readonly selection: readonly string[],
  ) {}

  /** Starts the emulator in `cwd`; `selection` are the flags of every run. */
  static async start(cwd: string, selection: readonly string[]): Promise<KillTrial> {
    return new KillTrial(cwd, await serveHere(['--env-file', 'emulator.env'], cwd), selection);
  }

  /** A run that nobody stops. */
  async whole(): Promise<TrialRun> {
    const out = await this.freshFolder();
    return this.toItsEnd(['--out', out, '--seed', '1', ...this.selection], out);
  }

  /**
   * A run that is killed after each of these many milliseconds, counted from the moment its record is there (or from when it
   * was resumed), and then resumed to its end. With `tear`, half a line is left at the end of the journal each time.
   */
  async killedAfter(milliseconds: readonly number[], tear: boolean): Promise<TrialRun> {
    return this.killed(
      milliseconds.map((wait) => async (child) => {
        await Promise.race([child.ended, new Promise((done) => setTimeout(done, wait))]);
      }),
      tear,
    );
  }

  /** As {@link killedAfter}, killed as soon as the record holds each of these many exchanges, however quick the machine. */
  async killedAtExchange(counts: readonly number[], tear: boolean): Promise<TrialRun> {
    return this.killed(
      counts.map((count) => async (child, out) => untilHolds(child, async () => (await this.exchanges(out)) >= count)),
      tear,
    );
  }

  /**
   * As {@link killedAfter}, killed a few milliseconds after the journal has this many intents: long enough for the call to take
   * effect, and mostly too short for its answer to be recorded.
   */
  async killedAtIntent(count: number, tear: boolean): Promise<TrialRun> {
    return this.killed(
      [
        async (child, out) => {
          const file = join(this.cwd, out, 'runs', await this.runId(out), journalFile);
          const begun = async () => (await readFile(file, 'utf8')).split('"type":"intent"').length - 1;
          await untilHolds(child, async () => (await begun()) >= count);
          await new Promise((done) => setTimeout(done, afterIntentMs));
        },
      ],
      tear,
    );
  }

  private async killed(moments: readonly Moment[], tear: boolean): Promise<TrialRun> {
    const out = await this.freshFolder();
    let args = ['--seed', '1', ...this.selection];
    for (const [resumed, moment] of moments.entries()) {
      const child = startChild(runWith(['--out', out, ...args]), this.cwd);
      await untilHolds(child, () => this.underWay(out, resumed));
      await moment(child, out);
      child.process.kill('SIGKILL');
      // Null says that the signal ended it; a run that was quicker has nothing left to resume.
      const code = await child.ended;
      if (code !== null) return this.outcome(code, child.stdout() + child.stderr(), out);
      const runId = await this.runId(out);
      if (tear) await appendFile(join(this.cwd, out, 'runs', runId, journalFile), '{"n":9999,"at":"20');
      args = ['--resume', runId];
    }
    return this.toItsEnd(['--out', out, ...args], out);
  }

  private async exchanges(out: string): Promise<number> {
    const file = join(this.cwd, out, 'runs', await this.runId(out), 'exchanges/exchanges.ndjson');
    return (await readFile(file, 'utf8').catch(() => '')).split('\n').length - 1;
  }

  /** Ends the emulator. */
  async close(): Promise<void> {
    await this.emulator.stop();
  }

  private async toItsEnd(args: readonly string[], out: string): Promise<TrialRun> {
    const { code, said } = await runHere(runWith(args), this.cwd);
    return this.outcome(code, said, out);
  }

  private async unsound(out: string, runId: string): Promise<string | null> {
    const { code, said } = await runHere(['verify', join(out, 'runs', runId)], this.cwd);
    return code === 0 ? null : said;
  }

  private folders = 0;

  private async freshFolder(): Promise<string> {
    this.folders += 1;
    return Promise.resolve(`reports-${String(this.folders)}`);
  }

  /** True once the run has been resumed that often, and its record is there. */
  private async underWay(out: string, resumed: number): Promise<boolean> {
    const runId = await this.runId(out);
    const journal = await readFile(join(this.cwd, out, 'runs', runId, journalFile), 'utf8').catch(() => '');
    const begun = journal.split('\n').filter((line) => /"type":"(?:run-started|resumed)"/.test(line));
    return begun.length > resumed;
  }

  private async runId(out: string): Promise<string> {
    const names = await readdir(join(this.cwd, out, 'runs')).catch(() => []);
    return names.find((name) => name.startsWith('run-') && !name.endsWith('.zip')) ?? '';
  }

  private async outcome(ended: number, printed: string, out: string): Promise<TrialRun> {
    const runId = await this.runId(out);
    const text = async (file: string) => readFile(join(this.cwd, out, 'runs', runId, file), 'utf8');
    const lines = (await text('results/results.ndjson')).trim().split('\n');
    const results = lines.map((line) => JSON.parse(line) as Line);
    const summary = JSON.parse(await text('summary.json')) as {
      readonly exitCode: number;
      readonly requirements: readonly { readonly id: string }[];
    };
    // Killed while it was still drawing views of a finished pack: the resumption says so and leaves everything.
    const quicker = ended === 64 && printed.startsWith('RES-102');
    const environment = {};
    const configuration = await loadConfiguration({ environment, flags: { envFile: 'emulator.env' }, cwd: this.cwd });
    return {
      ...{ runId, code: quicker ? summary.exitCode : ended, printed, quicker, unsound: await this.unsound(out, runId) },
      verdicts: new Map(results.map(({ id, verdict, reason }) => [id, `${verdict}: ${reason}`])),
      rows: summary.requirements.map(({ id }) => id),
      objects: await madeObjects(configuration, runId),
      journal: (await text(journalFile)).trim().split('\n'),
    };
  }
}

function runWith(args: readonly string[]): readonly string[] {
  return ['run', '--env-file', 'emulator.env', ...args];
}
