import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { allureFolder } from '../views/allure/write-allure.js';
import type { DerivedRun } from '../views/derived-run.js';
import { CodedError } from '../messages/coded-error.js';
import { hasAllureResults, renderAllureReport } from './allure-report.js';
import type { CommandIo } from './streams.js';

/** The Allure report of a run, made by another process while the pack is scanned and sealed. */
export interface AllureBeside {
  /**
   * Begins with what the views show now; what was begun before is given up. Resolves once the other process is at work, or there
   * is nothing to do: what follows keeps this one too busy to start another. Never rejected.
   */
  start(): Promise<void>;
  /**
   * Waits for the report and says where it is, or why there is none: a view that cannot be made changes nothing else. A run
   * whose pack holds card data has no report, and one that is interrupted does not wait for it.
   */
  show(run: DerivedRun): Promise<void>;
  /** Does the work of a run; when it breaks, the report is given up before the error goes on. */
  orGiveUp<T>(work: () => Promise<T>): Promise<T>;
}

/** For a run whose report somebody else makes. */
export const withoutAllure: AllureBeside = {
  start: () => Promise.resolve(),
  show: () => Promise.resolve(),
  orGiveUp: (work) => work(),
};

/** A report under way. */
interface Rendering {
  readonly control: AbortController;
  /** The line to print; null when there was nothing to show. Never rejected, so that nobody has to wait for it. */
  readonly line: Promise<string | null>;
}

/** The report of the run in `folder`, below `output`. */
export function allureBeside(folder: string, output: string, io: CommandIo): AllureBeside {
  let current: Rendering | null = null;
  const stop = async () => {
    const stopped = current;
    current = null;
    stopped?.control.abort();
    await stopped?.line;
  };
  const giveUp = async () => {
    await stop();
    await rm(output, { recursive: true, force: true });
  };
  return {
    start: async () => {
      // Whoever interrupts is about to kill: the views that take long can be made later.
      if (io.interrupted.aborted) return;
      const before = stop();
      const control = new AbortController();
      await new Promise<void>((begun) => {
        const line = before.then(() => lineOf(folder, output, { io, signal: control.signal, begun }));
        current = { control, line };
        void line.then(() => {
          begun();
        });
      });
    },
    show: async (run) => {
      if (run.recorded.cardData === 'broken') {
        await giveUp();
        io.stderr.write('Allure report: none, because the pack holds card data (card-data-scan.json)\n');
        return;
      }
      if (io.interrupted.aborted) await giveUp();
      const line = await current?.line;
      if (typeof line === 'string') io.stderr.write(line);
    },
    orGiveUp: async (work) => {
      try {
        return await work();
      } catch (error) {
        await giveUp();
        throw error;
      }
    },
  };
}

async function lineOf(
  folder: string,
  output: string,
  { io, signal, begun }: { readonly io: CommandIo; readonly signal: AbortSignal; readonly begun: () => void },
): Promise<string | null> {
  const results = join(folder, allureFolder);
  try {
    if (signal.aborted || !(await hasAllureResults(results))) return null;
    return `Allure report: ${await renderAllureReport({ results, output, env: io.env, signal, begun })}\n`;
  } catch (error) {
    if (signal.aborted) return null;
    if (error instanceof CodedError)
      return `Allure report: skipped. ${error.code}: ${error.message}\n  ${error.next}\n`;
    return `Allure report: skipped, ${error instanceof Error ? error.message : String(error)}\n`;
  }
}
