import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { readFile } from 'node:fs/promises';
import { packageRoot } from '../config/package-root.js';
import { withBadScenarios } from './bad-scenarios.js';
import type { Edit } from './edit.js';
import { editBuild, type EditedBuild } from './edited-build.js';
import type { Job, JobDone } from './job.js';

/** A build of this harness, with the bad scenarios in it, at work in a process of its own. */
export class HarnessProcess {
  private constructor(
    private readonly build: EditedBuild,
    private readonly child: ChildProcess,
  ) {}

  /** Copies this build, changes it, and starts the copy. Whoever starts it closes it. */
  static async start(edits: readonly Edit[] = []): Promise<HarnessProcess> {
    const table = await readFile(join(packageRoot(), 'schemas/axys-v2/scenario-calls.yaml'), 'utf8');
    const build = await editBuild({ ...withBadScenarios(table), edits });
    const script = join(build.root, 'dist/support/cli/harness-worker.js');
    const child = fork(script, [], { cwd: build.root, env: {}, execArgv: [] });
    return new HarnessProcess(build, child);
  }

  /** Does one command. Rejects when the process ends instead: then nobody knows how the command would have ended. */
  async run(job: Job): Promise<JobDone> {
    const over = new AbortController();
    const { signal } = over;
    const died = once(this.child, 'exit', { signal }).then(([code]) => {
      throw new Error(`the harness under test ended with ${String(code)} in the middle of a command`);
    });
    try {
      this.child.send(job);
      const [done] = (await Promise.race([once(this.child, 'message', { signal }), died])) as [JobDone];
      return done;
    } finally {
      over.abort();
      await died.catch(() => undefined);
    }
  }

  /** Ends the process and removes its build. */
  async close(): Promise<void> {
    if (this.child.connected) {
      const ended = once(this.child, 'exit');
      this.child.disconnect();
      await ended;
    }
    await this.build.remove();
  }
}
