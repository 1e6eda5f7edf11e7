import { defineMessages } from './message.js';

/** What the trace says when evidence cannot be written. A run without complete evidence ends as a harness error. */
export const traceMessages = defineMessages({
  'TRC-101': {
    text: 'The evidence file {file} cannot be opened: {reason}.',
    next: 'Check that the reports folder exists, is writable and has space, then run again.',
  },
  'TRC-102': {
    text: 'A line of {file} could not be written: {reason}. The evidence of this run is incomplete.',
    next: 'Free some space or choose another reports folder with --out, then run again.',
  },
  'TRC-103': {
    text: 'The evidence file {file} is closed; a line came too late.',
    next: 'This is an error of the harness: report it with the log of the run.',
  },
  'TRC-104': {
    text: 'The log level "{level}" is not known; expected one of {levels}.',
    next: 'Give one of these words.',
  },
  'TRC-105': {
    text: 'The evidence file {file} cannot be brought back to its last whole line: {reason}.',
    next: 'Check that the run folder is readable and writable, then resume the run again.',
  },
});
