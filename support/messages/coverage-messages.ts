import { defineMessages } from './message.js';

/** A run whose coverage cannot be shown; exit 64. */
export const coverageUsageMessages = defineMessages({
  'COV-101': {
    text: '{run} holds no coverage.json that can be read: {problem}.',
    next: 'Give a run id or a pack of this version of axys-certify; an older pack has none.',
  },
});

/** Documents of the coverage gate that cannot stand; exit 78. */
export const coverageMessages = defineMessages({
  'COV-201': {
    text: 'The coverage document {file} cannot be used: {problem}.',
    next: 'See docs/coverage.md for the form of exclusions and floor.',
  },
  'COV-202': {
    text: 'The coverage exclusion {pattern} of {owner} names no target of the contract and the lifecycles of this run.',
    next: 'Remove it from schemas/axys-v2/coverage-exclusions.yaml, or correct the pattern; `*` stands for any characters.',
  },
  'COV-203': {
    text: 'The coverage exclusion {pattern} of {owner} ended on {expires}, before the day of this run.',
    next: 'Cover its targets, or have the owner renew it in schemas/axys-v2/coverage-exclusions.yaml with a reason that still holds.',
  },
});
