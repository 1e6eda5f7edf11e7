import { defineMessages } from './message.js';

/** A pack that `--carry` names and that nothing can be carried from; exit 64. */
export const carryMessages = defineMessages({
  'CRY-101': {
    text: '--carry and --resume were given together.',
    next: 'A resumed run takes over what its first part took over. Leave --carry out.',
  },
  'CRY-102': {
    text: 'Nothing can be carried over from {run}: {problems}.',
    next: 'Restore what differs, or run without --carry.',
  },
  'CRY-103': {
    text: 'Nothing can be carried over from {run}: {problem}.',
    next: 'Run without --carry, or carry from a younger pack.',
  },
  'CRY-104': {
    text: 'Nothing is left to run: {run} demonstrated every scenario of "{selection}".',
    next: 'Its pack stands as it is. To decide anew, with an attestation for example, name a row to run: --tags @TM-10.',
  },
  'CRY-105': {
    text: 'Nothing can be carried over from {run}: it demonstrates no row of the matrix as it is today.',
    next: 'Run without --carry.',
  },
});

/** A pack that `--carry` names and that is not sound; exit 4. */
export const carryIntegrityMessages = defineMessages({
  'CRY-301': {
    text: 'Nothing is carried over from {pack}: "{step}" does not hold ({problem}).',
    next: 'Ask for the unaltered pack. "axys-certify verify" lists everything that does not hold.',
  },
});
