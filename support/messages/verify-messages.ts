import { defineMessages } from './message.js';

/** A pack that `verify` cannot even begin with; exit 64. */
export const verifyUsageMessages = defineMessages({
  'VFY-101': {
    text: 'There is no pack {pack}: {problem}.',
    next: 'Give a run id of reports/runs, or the path of a run folder or of its zip. "latest" goes when a run or a merge begins, also one that is refused, and is there again when one has ended.',
  },
});

/** A key that cannot be used; exit 78. */
export const verifyKeyMessages = defineMessages({
  'VFY-201': {
    text: 'Expected an Ed25519 public key (PEM) in {file}; {problem}.',
    next: 'Ask the signer for the file that "axys-certify signing-key" wrote as public key.',
  },
});

/** Evidence that was altered or is damaged; exit 4. */
export const verifyMessages = defineMessages({
  'VFY-301': {
    text: 'The zip {zip} cannot be trusted: {problem}.',
    next: 'Ask for the pack again; a zip written by axys-certify is never like this, nor one that another program packed anew. Read nothing of it.',
  },
  'VFY-302': {
    text: 'The file {file} of the pack cannot be read: {problem}.',
    next: 'Ask for the pack again.',
  },
});
