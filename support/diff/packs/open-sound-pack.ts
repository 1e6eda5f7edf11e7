import type { OpenPack } from '../../evidence/verify/open-pack.js';
import type { VerifyRequest } from '../../evidence/verify/verify-pack.js';
import { errorsOf } from '../../messages/coded-error.js';
import { diffIntegrityMessages } from '../../messages/diff-messages.js';
import { verifyGivenPack } from '../../runner/recompute/verify-given-pack.js';

const unsound = errorsOf(diffIntegrityMessages, 'integrity');

/**
 * Opens a pack, folder or zip, that is to be compared, and verifies it; one of another build as far as its seal reaches,
 * because comparing packs of two builds is what a comparison is also for. VFY-101 (64) when there is none, DIF-301 (4) when
 * it does not hold.
 */
export async function openSoundPack(place: string, build: VerifyRequest['build']): Promise<OpenPack> {
  const refuse = (found: { readonly step: string; readonly problem: string }) =>
    unsound('DIF-301', { pack: place, ...found });
  const { pack } = await verifyGivenPack(place, build, { anyBuild: true, refuse });
  return pack;
}
