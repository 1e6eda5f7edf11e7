import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** What a worker answers: a value, or what went wrong. */
type Answer = { readonly value: unknown } | { readonly problem: string };

/** A process that does one kind of work when asked. Whoever starts it ends it. */
export interface Worker {
  /** Asks and waits for the answer; rejects when the worker failed or ended. One question at a time. */
  ask<T>(question: unknown): Promise<T>;
  end(): Promise<void>;
}

/** Starts `bench/workers/NAME` with some flags of Node in a process of its own, without our environment. */
export function startWorker(name: string, flags: readonly string[] = []): Worker {
  const script = fileURLToPath(new URL(`../workers/${name}.js`, import.meta.url));
  const child = fork(script, [], { execArgv: [...flags], env: {}, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`the worker ${name} ended with ${String(code)}`);
  });
  // Told to whoever asks; a worker that was told to end has nobody left to tell.
  ended.catch(() => undefined);
  return {
    ask: async <T>(question: unknown): Promise<T> => {
      child.send(question as object);
      const [answer] = (await Promise.race([once(child, 'message'), ended])) as [Answer];
      if ('problem' in answer) throw new Error(`the worker ${name}: ${answer.problem}`);
      return answer.value as T;
    },
    end: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, 'exit');
      child.disconnect();
      await gone;
    },
  };
}

/**
 * The worker's side: answers each question, and ends when nobody can ask any more. Both sides are one build: what is asked has
 * the type that `answer` takes.
 */
export function answerQuestions(answer: (question: never) => Promise<unknown>, close: () => Promise<void>): void {
  process.on('message', (question) => {
    answer(question as never).then(
      (value) => process.send?.({ value }),
      (error: unknown) => process.send?.({ problem: error instanceof Error ? (error.stack ?? error.message) : '?' }),
    );
  });
  process.on('disconnect', () => {
    close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  });
}
