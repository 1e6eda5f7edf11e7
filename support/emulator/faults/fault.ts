import type { Emulation } from '../emulation.js';

/** A seeded fault: a deliberate deviation that the harness must find. It takes the emulation and gives one that misbehaves. */
export type Fault = (sound: Emulation) => Emulation;

/** Faults of one family, by permanent id `family/what-is-wrong`. */
export type Faults = Readonly<Record<string, Fault>>;
