import { defineMessages } from './message.js';

/** A `--shard` that cannot be run; exit 64. */
export const shardUsageMessages = defineMessages({
  'CMD-102': {
    text: '--shard {shard} names no part of a run: expected i/n, the i-th of n parts, with i from 1 to n and n at most {most}.',
    next: 'A part that does not exist is an empty run, and a run of nothing is never green.',
  },
  'SHD-101': {
    text: '--shard {shard} asks for {of} parts, and "{selection}" can be divided into {most} at most: what belongs together is never parted.',
    next: 'Ask for at most {most} shards.',
  },
  'SHD-102': {
    text: '--shard was given beside {flag}.',
    next: '{why}',
  },
});

/** The table that plans are divided by; exit 78. */
export const scenarioTimesMessages = defineMessages({
  'SHD-201': {
    text: 'The table of expected times {file} cannot be used: {problem}.',
    next: 'Restore it, or make it anew from a run: "npm run scenario-times -- reports/latest".',
  },
});
