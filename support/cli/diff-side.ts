import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { readBuildInfo } from '../config/embedded-build.js';
import { openSoundPack } from '../diff/packs/open-sound-pack.js';
import type { OpenPack } from '../evidence/verify/open-pack.js';
import { namesRun, packPlace } from './pack-place.js';

/** What `diff` was given on one side: a contract file, or a pack whose integrity holds. */
export type DiffSide =
  { readonly kind: 'contract'; readonly file: string } | { readonly kind: 'pack'; readonly pack: OpenPack };

/**
 * Tells a contract from a pack: folders, zips and run ids are packs, every other file is a contract. Packs are checked before
 * anything else is done with them: DIF-301 (4). What is not there at all is taken for a contract file, which says so, unless it is `latest` or a
 * run id: VFY-101 (64).
 */
export async function diffSide(named: string, reports: string, cwd: string): Promise<DiffSide> {
  const place = await packPlace(named, reports, cwd);
  const there = await stat(place).catch(() => null);
  const isPack = there === null ? namesRun(named) : there.isDirectory() || place.endsWith('.zip');
  if (!isPack) return { kind: 'contract', file: resolve(cwd, named) };
  return { kind: 'pack', pack: await openSoundPack(place, readBuildInfo()) };
}
