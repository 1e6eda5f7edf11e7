import { readFile } from 'node:fs/promises';
import { errorCode } from './read-problem.js';

/** A process as a lock file names it. */
export interface ProcessMark {
  readonly pid: number;
  /** When it began, in the system's own words; null where the system does not say. Tells a reused pid apart. */
  readonly born: string | null;
}

/** The processes of this machine; injected, so that dead and reused pids can be tested. */
export interface Processes {
  own(): Promise<ProcessMark>;
  /** False for a pid nobody has, and for one that another process has by now. */
  isRunning(mark: ProcessMark): Promise<boolean>;
}

/** The processes this process can see. In a container those are the container's own. */
export const systemProcesses: Processes = {
  own: async () => ({ pid: process.pid, born: await bornOf(process.pid) }),
  isRunning: async ({ pid, born }) => {
    if (!exists(pid)) return false;
    const now = await bornOf(pid);
    return born === null || now === null || born === now;
  },
};

function exists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Another user's process may not be signalled, but it is there.
    return errorCode(error) === 'EPERM';
  }
}

/** Boot and start time of a process on Linux, null elsewhere: only there the system tells both without a helper program. */
async function bornOf(pid: number): Promise<string | null> {
  try {
    const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8');
    const stat = await readFile(`/proc/${String(pid)}/stat`, 'utf8');
    // The second field is the program's name in parentheses and may hold spaces; the start is the 20th field after it.
    const started = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
    return started === undefined ? null : `${boot.trim()}:${started}`;
  } catch {
    // No such file system here: the pid alone has to do.
    return null;
  }
}
