import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { checkExclusions } from '../coverage/exclusions/check-exclusions.js';
import { againstFloor } from '../coverage/gate/against-floor.js';
import { floorIn, floorPath } from '../coverage/gate/floor.js';
import { readCoverage } from '../coverage/read-coverage.js';
import { renderCoverage } from '../coverage/render-coverage.js';
import { openPack } from '../evidence/verify/open-pack.js';
import { packPlace } from './pack-place.js';
import type { CommandIo } from './streams.js';

/** Flags of `coverage`, parsed. */
export interface CoverageFlags {
  readonly out: string;
  readonly json?: boolean;
}

/** The whole `coverage` command; true when the run reaches the floor. Reads the pack and the floor, writes to the streams. */
export async function coverage(run: string, flags: CoverageFlags, io: CommandIo): Promise<boolean> {
  const pack = await openPack(await packPlace(run, resolve(io.cwd, flags.out), io.cwd));
  const found = await readCoverage(pack);
  const gate = againstFloor(found, floorIn(await readFile(floorPath(), 'utf8'), floorPath()));
  const text = flags.json === true ? `${JSON.stringify({ gate, ...found }, null, 2)}\n` : renderCoverage(found, gate);
  io.stdout.write(text);
  // Said after the figures: whoever mends the exclusion needs them.
  checkExclusions(found.exclusions);
  return gate.met;
}
