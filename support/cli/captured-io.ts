import type { CommandIo } from './streams.js';

/** A command's surroundings inside a test: streams that remember, an environment and a folder of its own. */
export interface CapturedIo {
  readonly io: CommandIo;
  stdout(): string;
  stderr(): string;
  /** What SIGTERM would do. */
  interrupt(): void;
}

/** Makes {@link CapturedIo}. Only `PATH` of a caller's environment is worth passing on. */
export function capturedIo(cwd: string, env: NodeJS.ProcessEnv = {}): CapturedIo {
  const [out, err]: [string[], string[]] = [[], []];
  const interrupted = new AbortController();
  return {
    io: {
      stdout: { write: (text) => out.push(text) },
      stderr: { write: (text) => err.push(text) },
      env,
      cwd,
      interrupted: interrupted.signal,
    },
    stdout: () => out.join(''),
    stderr: () => err.join(''),
    interrupt: () => {
      interrupted.abort(new Error('interrupted by a test'));
    },
  };
}
