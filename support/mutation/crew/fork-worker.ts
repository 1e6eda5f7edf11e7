import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Clock } from '../../config/clock.js';
import { errorsOf, type CodedError } from '../../messages/coded-error.js';
import { mutationMessages } from '../../messages/mutation-messages.js';
import type { LaboratorySettings } from '../behaviour/fault-laboratory.js';
import type { Worker, WorkerAnswer, WorkerTask } from './worker.js';

const broken = errorsOf(mutationMessages, 'harnessError');

const script = fileURLToPath(new URL('./worker-process.js', import.meta.url));

/** Longest silence after a task, in milliseconds: the longest is a run of the whole matrix, which takes half a minute. */
const patience = 300_000;

/** The most that is kept of what a worker writes to stderr, in characters: enough for the error it died of. */
const lastWords = 500;

/** Starts a worker in a process of its own, without any environment: a fault run depends on nothing outside. */
export function forkWorker(settings: LaboratorySettings, clock: Clock): Worker {
  const child = fork(script, [JSON.stringify(settings)], {
    ...{ env: {}, execArgv: [], serialization: 'advanced' },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let said = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (said = (said + text).slice(-lastWords)));
  const ended = once(child, 'close').then(() => undefined);
  const lost = (how: string): CodedError => {
    const line = said.trim().split('\n').at(-1) ?? '';
    return broken('MUT-302', { problem: line === '' ? how : `${how} (${line})` });
  };
  const ask = <T>(task: WorkerTask): Promise<T> =>
    new Promise<T>((resolve, reject) => {
      const over = (settle: () => void) => {
        silence.abort();
        child.off('message', answered);
        child.off('close', died);
        settle();
      };
      const answered = (answer: WorkerAnswer): void =>
        over(() => {
          // Our own worker answers a task with what its laboratory gives.
          settleBy(answer, (result) => resolve(result as T), reject);
        });
      const died = (code: number | null, signal: string | null): void =>
        over(() => {
          reject(lost(signal === null ? `exit code ${String(code)}` : `signal ${signal}`));
        });
      const silence = new AbortController();
      const giveUp = (): void => {
        child.kill('SIGKILL');
        over(() => {
          reject(lost(`no answer for ${patience / 1000} seconds`));
        });
      };
      clock.sleep(patience, silence.signal).then(giveUp, () => undefined); // It answered, or died.
      child.on('message', answered);
      child.on('close', died);
      child.send(task, (error) => {
        // A process that has ended says so with `close`; that is what is told.
        if (error !== null && child.connected) {
          over(() => {
            reject(lost(error.message));
          });
        }
      });
    });
  return {
    run: (asks) => ask({ name: 'run', asks }),
    judge: (asks) => ask({ name: 'judge', asks }),
    send: (asks) => ask({ name: 'send', asks }),
    lose: (asks) => ask({ name: 'lose', asks }),
    end: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

function settleBy(answer: WorkerAnswer, resolve: (result: unknown) => void, reject: (error: CodedError) => void): void {
  switch (answer.kind) {
    case 'done':
      resolve(answer.result);
      return;
    case 'failed':
      reject(broken('MUT-303', answer));
      return;
    default:
      reject(
        broken('MUT-303', { problem: `it answered ${JSON.stringify(answer satisfies never)}`, next: 'Build again.' }),
      );
  }
}
