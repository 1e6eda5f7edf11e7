import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { badTargets, startBadTarget, type BadTargetName } from '../../fail-closed/bad-target.js';
import { overlayOf, type ContractDefect } from '../../fail-closed/contract-defects.js';
import type { Edit } from '../../fail-closed/edit.js';
import { endingOf, type Ending } from '../../fail-closed/ending.js';
import { HarnessProcess } from '../../fail-closed/harness-process.js';
import type { TroubleName } from '../../fail-closed/troubles.js';
import { CleanUp } from '../../runner/clean-up.js';
import type { ScenarioScope } from '../scenario-scope.js';
import { Remembered } from './remembered.js';

let shared: Promise<HarnessProcess> | null = null;
let edits: readonly Edit[] = [];

/** Changes the harness under test from its next start on; what shows that a guard is needed takes it out. */
export function editHarnessUnderTest(changes: readonly Edit[]): void {
  edits = changes;
}

/** Ends the harness under test when there is one; it serves every scenario of the battery. */
export async function closeHarnessUnderTest(): Promise<void> {
  const running = await shared;
  shared = null;
  await running?.close();
}

/** Another harness than the one that runs: a copy of this build, given something that is wrong. */
export class HarnessUnderTest {
  private readonly ending = new Remembered<Ending>('a command of the harness under test');
  private readonly endings = new CleanUp();
  private readonly env: Record<string, string> = {};
  private trouble: TroubleName = 'nothing goes wrong';
  private folder: string | null = null;

  constructor(private readonly scope: ScenarioScope) {}

  /** Something goes wrong in the harness or its machine. */
  suffer(trouble: TroubleName): void {
    this.trouble = trouble;
  }

  /** The contract it judges by has a defect. */
  async giveContract(defect: ContractDefect): Promise<void> {
    this.env['AXYS_CONTRACT_OVERLAY'] = await this.write('overlay.json', overlayOf(defect));
  }

  /** Its target does something with every request. */
  async giveTarget(name: BadTargetName): Promise<void> {
    const target = await startBadTarget(name, this.scope.run.clock.now());
    this.endings.add(() => target.close());
    Object.assign(this.env, target.settings);
    for (const [variable, content] of Object.entries(target.files)) {
      this.env[variable] = await this.write(`${variable}.pem`, content);
    }
    if (badTargets[name].waitsLong) this.trouble = 'every wait is shortened';
  }

  /** A file lies where the runs would go, which stops everybody, the administrator included. */
  async blockReports(): Promise<void> {
    await mkdir(join(await this.cwd(), 'reports'));
    await this.write('reports/runs', 'not a folder');
  }

  /** Runs scenarios by their tags. */
  async run(tags: string): Promise<void> {
    await this.command(['--tags', tags]);
  }

  /** Runs the harness with further arguments, and keeps how it ended. */
  async command(args: readonly string[]): Promise<void> {
    const cwd = await this.cwd();
    const harness = await (shared ??= HarnessProcess.start(edits));
    // No PATH leads to a Java runtime: the view it renders is not under test here.
    const env = { PATH: cwd, ...this.env };
    const done = await harness.run({ args: ['run', '--seed', '1', ...args], env, cwd, trouble: this.trouble });
    this.ending.keep(await endingOf(done, join(cwd, 'reports')));
  }

  /** Proves how it ended: exit code, decision, and words that are in what it said. */
  prove(exitCode: number, decision: string, words: string): void {
    const { said, ...ended } = this.ending.get();
    const expected = { exitCode, decision, said: words === '' ? [] : [words] };
    this.scope.prove('harness-ends-as-expected', [], { expected, received: { ...ended, said: [...said] } });
  }

  /** Ends its target and removes its folder. */
  close(): Promise<void> {
    return this.endings.run();
  }

  private async cwd(): Promise<string> {
    if (this.folder !== null) return this.folder;
    const folder = await mkdtemp(join(tmpdir(), 'axys-fail-closed-'));
    this.endings.add(() => rm(folder, { recursive: true, force: true }));
    return (this.folder = folder);
  }

  private async write(name: string, content: string): Promise<string> {
    const file = join(await this.cwd(), name);
    await writeFile(file, content, { mode: 0o600 });
    return file;
  }
}
