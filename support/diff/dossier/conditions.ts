import type { ObservedRun } from '../behaviour/observed-behaviour.js';
import type { Condition } from './dossier.js';

/** What is compared beside the behaviour of the target, in words. */
const aspects: readonly (readonly [what: string, read: (run: ObservedRun) => string])[] = [
  ['environment', ({ target }) => target.environment],
  ['class of target', ({ target }) => target.class],
  ['host', ({ target }) => target.host],
  ['contract', ({ contract }) => `${contract.version} (${contract.sha256.slice(0, 12)})`],
  ['program profile', ({ profileSha256 }) => profileSha256.slice(0, 12)],
  ['harness', ({ build }) => (build === null ? 'unknown' : `${build.version} (${build.codeSha256.slice(0, 12)})`)],
  ['Node.js', ({ build }) => build?.node ?? 'unknown'],
  ['part of the matrix', ({ partial }) => (partial ? 'a part' : 'all of it')],
  ['stopped before its end', ({ interrupted }) => (interrupted ? 'yes' : 'no')],
];

/** In what two runs differ that is no behaviour of the target. */
export function differingConditions(old: ObservedRun, next: ObservedRun): readonly Condition[] {
  return aspects
    .map(([what, read]) => ({ what, old: read(old), new: read(next) }))
    .filter((condition) => condition.old !== condition.new);
}
