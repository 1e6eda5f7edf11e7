import type { TargetClass } from '../../../target/target.js';

/** What a class of target is, and what traffic against it can never show. */
export interface TargetWords {
  readonly what: string;
  readonly neverShows: readonly string[];
}

const aboutAnyRun = [
  'That the integrator’s own application behaves the same: the harness made these calls.',
  'That production behaves like the target of this run.',
  'What the documentation does not say and no call here asked for.',
];

const aboutLocalTargets = [
  'Anything about the Axys platform: every answer came from a program beside the harness.',
  'That the real network lets the caller in: allowlist, reverse DNS and the issued certificate were never used.',
  'That people are really reviewed, money really moves or text messages really arrive.',
  'How long the platform takes: delays were simulated, on a clock of their own.',
];

/** Every class of target, in words. */
export const targetWords: Readonly<Record<TargetClass, TargetWords>> = {
  emulator: {
    what: 'the harness’s own emulator of the Axys platform, not the platform',
    neverShows: [...aboutLocalTargets, ...aboutAnyRun],
  },
  loopback: {
    what: 'a server on the machine that ran the harness, not the Axys platform, whatever its name says',
    neverShows: [...aboutLocalTargets, ...aboutAnyRun],
  },
  real: {
    what: 'a server elsewhere, reached over the network',
    neverShows: [
      'That real people, banks or merchants took part: on staging, reviews, deposits and purchases are triggered by simulation endpoints.',
      ...aboutAnyRun,
    ],
  },
};
