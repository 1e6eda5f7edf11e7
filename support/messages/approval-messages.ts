import { defineMessages } from './message.js';

/** A file of approvals that cannot be used; exit 78. */
export const approvalMessages = defineMessages({
  'APV-101': {
    text: 'The approvals in {file} cannot be read: {problem}.',
    next: 'Give a YAML or JSON file; docs/regression.md shows one.',
  },
  'APV-102': {
    text: 'The approvals in {file} are not of the accepted form: at {pointer}, expected {expected}, received {received}.',
    next: 'Each entry holds fingerprint, decision, reason, by and expires, and nothing else; docs/regression.md shows one.',
  },
});

/** Approvals where there is nothing to approve; exit 64. */
export const approvalUsageMessages = defineMessages({
  'APV-201': {
    text: '--approvals was given without {flag}, so there is no comparison whose changes could be approved.',
    next: 'Give {flag} as well, or leave --approvals out.',
  },
});
