import type { CauseProof } from '../behaviour-change.js';
import type { ObservedRun } from '../observed-behaviour.js';
import type { CauseFacts } from './cause-facts.js';

/** Conditions of a run that can change a verdict without anybody's fault. */
const conditions: readonly { readonly what: string; readonly of: (run: ObservedRun) => string }[] = [
  { what: 'environment', of: ({ target }) => target.environment },
  { what: 'class of the target', of: ({ target }) => target.class },
  { what: 'host', of: ({ target }) => target.host },
  { what: 'program profile', of: ({ profileSha256 }) => profileSha256 },
  { what: 'Node.js', of: ({ build }) => build?.node ?? 'not recorded' },
  { what: 'stopped before its end', of: ({ interrupted }) => (interrupted ? 'yes' : 'no') },
  { what: 'clock of the machine', of: ({ openSteps }) => (openSteps.includes('clock') ? 'jumped' : 'steady') },
];

/** Conditions that were not the same in both runs. */
export function environmentProofs({ runs, more }: CauseFacts): readonly CauseProof[] {
  const proofs = conditions.map(({ what, of }) => ({ what, old: of(runs.old), new: of(runs.new) }));
  return [...proofs.filter(({ old, new: next }) => old !== next), ...more];
}
