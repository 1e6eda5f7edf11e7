import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import type { Readable } from 'node:stream';

/** A process to be measured. */
export interface Command {
  readonly file: string;
  readonly args: readonly string[];
  readonly cwd: string;
  /** Nothing else is in its environment but PATH and HOME. */
  readonly env?: Readonly<Record<string, string>>;
}

/** What a process took, from its start to its end, its own processes included. */
export interface ProcessTimes {
  readonly wallMs: number;
  /** User and system time, milliseconds. */
  readonly cpuMs: number;
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The shell waits for the process and says on a stream of its own what it and its children used. */
const timing = '"$@"; code=$?; times >&3; exit $code';

/** Runs a process to its end. Never rejects for an exit code: whoever measures knows which one is right. */
export async function runProcess({ file, args, cwd, env = {} }: Command): Promise<ProcessTimes> {
  const began = performance.now();
  const child = spawn('sh', ['-c', timing, 'sh', file, ...args], {
    cwd,
    env: { ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
  });
  const times = child.stdio[3] as Readable;
  const [stdout, stderr, used, exitCode] = await Promise.all([
    text(child.stdout as Readable),
    text(child.stderr as Readable),
    text(times),
    new Promise<number | null>((ended, failed) => child.on('error', failed).on('close', ended)),
  ]);
  return { wallMs: performance.now() - began, cpuMs: cpuOf(used), exitCode, stdout, stderr };
}

/** Milliseconds in the second line of `times`: user and system time of all that has ended, such as `0m1.230s 0m0.120s`. */
export function cpuOf(times: string): number {
  const [, children = ''] = times.trim().split('\n');
  const parts = [...children.matchAll(/(\d+)m([\d.]+)s/g)];
  if (parts.length !== 2) throw new Error(`the shell did not say what the process used: ${times}`);
  return parts.reduce((sum, [, minutes, seconds]) => sum + (Number(minutes) * 60 + Number(seconds)) * 1000, 0);
}
