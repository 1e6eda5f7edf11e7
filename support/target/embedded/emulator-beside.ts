import { Worker } from 'node:worker_threads';
import { errorsOf } from '../../messages/coded-error.js';
import { crossedError } from '../../messages/crossing-error.js';
import { embeddedEmulatorMessages } from '../../messages/emulator-messages.js';
import { unreachable } from '../../messages/unreachable.js';
import type { EmulatorAnswer, EmulatorOutcome, EmulatorWork } from './emulator-work.js';

const broken = errorsOf(embeddedEmulatorMessages, 'harnessError');

/** An answer of one kind. */
type AnswerOf<Kind extends EmulatorAnswer['kind']> = Extract<EmulatorAnswer, { kind: Kind }>;

/** A thread for emulators, seen from outside. */
export interface EmulatorBeside {
  /**
   * Asks for a work and waits for an answer of the given kind. Rejects with what the work threw, and with EMU-301 (exit 3)
   * once the thread has broken.
   */
  ask<Kind extends EmulatorAnswer['kind']>(work: EmulatorWork, kind: Kind): Promise<AnswerOf<Kind>>;
  /** Aborted with EMU-301 when the thread breaks. */
  readonly lost: AbortSignal;
  /** Whether the process waits for the thread: only while somebody needs it. */
  keepAlive(needed: boolean): void;
  /** Ends the thread, which is no loss any more. */
  end(): Promise<void>;
}

/** Who waits for a work. */
interface Waiting {
  readonly resolve: (answer: EmulatorAnswer) => void;
  readonly reject: (error: Error) => void;
}

/** Starts a thread for emulators, which runs beside everything else and shares no memory but the time. */
export function emulatorBeside(module = new URL('./emulator-thread.js', import.meta.url)): EmulatorBeside {
  const thread = new Worker(module, { name: 'emulator' });
  const waiting: Waiting[] = [];
  const losing = new AbortController();
  const { signal: lost } = losing;
  const lose = (problem: string): void => {
    if (lost.aborted) return;
    const error = broken('EMU-301', { problem });
    losing.abort(error);
    for (const { reject } of waiting.splice(0)) reject(error);
  };
  thread.on('message', (outcome: EmulatorOutcome) => settle(waiting.shift(), outcome));
  thread.on('messageerror', (error) => lose(`its answer cannot be read (${error.message})`));
  thread.on('error', (error) => lose(`${error.name}: ${error.message}`));
  thread.on('exit', (code) => lose(`its thread ended with ${String(code)}`));
  const asked = (work: EmulatorWork): Promise<EmulatorAnswer> =>
    new Promise((resolve, reject) => {
      lost.throwIfAborted();
      thread.postMessage(work);
      waiting.push({ resolve, reject });
    });
  return {
    ask: async (work, kind) => {
      const answer = await asked(work);
      if (!isOf(answer, kind)) throw new Error(`expected ${kind} for ${work.does}, received ${answer.kind}`);
      return answer;
    },
    lost,
    keepAlive: (needed) => {
      if (needed) thread.ref();
      else thread.unref();
    },
    end: async () => {
      thread.removeAllListeners('exit');
      await thread.terminate();
      for (const { reject } of waiting.splice(0)) reject(new Error('the thread was ended'));
    },
  };
}

function isOf<Kind extends EmulatorAnswer['kind']>(answer: EmulatorAnswer, kind: Kind): answer is AnswerOf<Kind> {
  return answer.kind === kind;
}

function settle(waiting: Waiting | undefined, outcome: EmulatorOutcome): void {
  switch (outcome.kind) {
    case 'started':
    case 'secrets':
    case 'certificate':
    case 'done':
      return waiting?.resolve(outcome);
    case 'coded':
    case 'failed':
      return waiting?.reject(crossedError(outcome));
    default:
      return unreachable(outcome, 'outcome');
  }
}
