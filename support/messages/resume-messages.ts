import { defineMessages } from './message.js';

/** A run that cannot be resumed; exit 64. */
export const resumeUsageMessages = defineMessages({
  'RES-101': {
    text: 'There is no run {run} to resume: {folder} holds no plan/run.json.',
    next: 'Give a run id of reports/runs, or the path of a run folder. A run that ended before its first call leaves nothing to resume.',
  },
  'RES-102': {
    text: 'The run {run} has ended; nothing of it is left to do. Its pack is {pack}.',
    next: 'Read or verify that pack, or start a new run.',
  },
  'RES-104': {
    text: 'The run {run} is still under way, in process {pid} since {since}.',
    next: 'Wait for it, or stop it first (Ctrl-C or SIGTERM to that process).',
  },
  'RES-106': {
    text: 'The run {run} was merged from shards and cannot go on itself.',
    next: 'Resume the shard that was stopped (summary.json of each says so), then merge them again.',
  },
  'RES-105': {
    text: '--resume and {flag} were given together.',
    next: 'A resumed run goes on with its own selection and seed. Leave {flag} out.',
  },
});

/** A run that would go on under other conditions than it began; exit 78. */
export const resumeConfigurationMessages = defineMessages({
  'RES-201': {
    text: 'The run {run} began under other conditions: {differences}.',
    next: 'Restore them and resume again, or start a new run.',
  },
  'RES-202': {
    text: 'The run record {file} cannot be used: {problem}.',
    next: 'Restore the file, or start a new run.',
  },
});

/** A record that is not what the stopped run left; exit 4. */
export const resumeIntegrityMessages = defineMessages({
  'RES-301': {
    text: 'The record of the run {run} was changed since it stopped. {where}: {problem}.',
    next: 'Restore the folder as the run left it, or start a new run.',
  },
});
