import { createPublicKey, type KeyObject } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { readBuildInfo } from '../config/embedded-build.js';
import { readProblem } from '../config/read-problem.js';
import { renderVerification, verificationJson } from '../evidence/verify/render-verification.js';
import { verifyPack } from '../evidence/verify/verify-pack.js';
import { errorsOf } from '../messages/coded-error.js';
import { verifyKeyMessages } from '../messages/verify-messages.js';
import { packPlace } from './pack-place.js';
import type { CommandIo } from './streams.js';

/** Flags of `verify`, parsed. */
export interface VerifyFlags {
  readonly key?: string;
  readonly require?: 'certifiable';
  readonly out: string;
  readonly json?: boolean;
}

const badKey = errorsOf(verifyKeyMessages, 'configuration');

/** The whole `verify` command; true when the pack is sound. Touches nothing but the pack, the key and the streams. */
export async function verify(pack: string, flags: VerifyFlags, io: CommandIo): Promise<boolean> {
  const key = flags.key === undefined ? null : await publicKeyIn(resolve(io.cwd, flags.key));
  const place = await packPlace(pack, resolve(io.cwd, flags.out), io.cwd);
  if (existsSync(place)) {
    io.loadNow?.(new URL('../evidence/verify/verify-steps.js', import.meta.url));
    io.loadNow?.(new URL('../views/check-views.js', import.meta.url));
  }
  const verification = await verifyPack({
    // Links lead to the pack; inside it none is followed.
    pack: place,
    key,
    requireCertifiable: flags.require === 'certifiable',
    // Loaded when a step asks for them: a pack that is not there, or that no step can trust, is told at once.
    recompute: async (opened) => {
      io.loadNow?.(new URL('../runner/recompute/recompute-run.js', import.meta.url));
      return (await import('../runner/recompute/recompute-run.js')).recomputeOrExplain(opened);
    },
    ownPlan: async (opened) => (await import('../runner/recompute/own-plan.js')).ownPlanDifferences(opened),
    views: async (opened, run) => (await import('../views/check-views.js')).viewDifferences(opened, run),
    build: readBuildInfo(),
  });
  const colour = io.stdout.isTTY === true && io.env['NO_COLOR'] === undefined;
  const text = flags.json === true ? verificationJson(verification) : renderVerification(verification, { colour });
  io.stdout.write(text);
  return verification.sound;
}

async function publicKeyIn(file: string): Promise<KeyObject> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw badKey('VFY-201', { file, problem: readProblem(error) }, error);
  });
  // A private key would do as well, and has no place here.
  if (text.includes('PRIVATE KEY'))
    throw badKey('VFY-201', { file, problem: 'it is a private key: keep it to yourself' });
  let key: KeyObject;
  try {
    key = createPublicKey(text);
  } catch (cause) {
    throw badKey('VFY-201', { file, problem: 'it cannot be read as a key' }, cause);
  }
  if (key.asymmetricKeyType === 'ed25519') return key;
  throw badKey('VFY-201', { file, problem: `it is a key of type ${key.asymmetricKeyType ?? 'unknown'}` });
}
