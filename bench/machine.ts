import { execFileSync } from 'node:child_process';
import { cpus, loadavg, release, totalmem, type } from 'node:os';

/** Where and on what figures were measured. */
export interface Machine {
  readonly processor: string;
  readonly memory: string;
  readonly system: string;
  readonly node: string;
  readonly commit: string;
}

/** Facts of this machine and these sources. */
export function thisMachine(): Machine {
  const all = cpus();
  return {
    processor: `${all.length} x ${all[0]?.model.trim() ?? 'unknown'}`,
    memory: `${Math.round(totalmem() / 1024 ** 3)} GiB`,
    system: `${type()} ${release()}`,
    node: process.version,
    commit: commit(),
  };
}

/** Processes that wanted to run in the last minute, on average: with more than the measurement's own the times are too long. */
export function load(): string {
  return (loadavg()[0] ?? 0).toFixed(1);
}

function commit(): string {
  const git = (...args: string[]) => execFileSync('git', args, { encoding: 'utf8' }).trim();
  const changed = git('status', '--porcelain', '--untracked-files=no', '--', ':!bench/RESULTS.md') !== '';
  return `${git('rev-parse', '--short', 'HEAD')}${changed ? ' with uncommitted changes' : ''}`;
}
