import { setFlagsFromString } from 'node:v8';

/**
 * Flags of V8 for a process that runs much code a few times each, by major version of Node.js. Node 20 interprets what runs
 * first and soon optimises it with a compiler that costs more than a run of some seconds gives back: a third of its CPU. Later
 * versions have a compiler in between, know other flags, and gain nothing.
 */
const flagsOf: ReadonlyMap<string, readonly string[]> = new Map([
  ['20', ['--always-sparkplug', '--interrupt-budget=3000000']],
]);

/** Tells V8 what to expect of this process; before any module of ours is loaded. Versions not listed are left alone. */
export function favourColdCode(version: string, setFlag: (flag: string) => void = setFlagsFromString): void {
  for (const flag of flagsOf.get(version.split('.')[0] ?? '') ?? []) setFlag(flag);
}
