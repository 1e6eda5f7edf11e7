import { defineMessages } from './message.js';

/** What can go wrong while runs tell each other that they are under way; exit 3. */
export const activeRunMessages = defineMessages({
  'ACT-101': {
    text: 'The lock file {file} cannot be written: {problem}.',
    next: 'Give --out a reports folder you may write to.',
  },
  'ACT-102': {
    text: 'The folder of active runs, {folder}, cannot be read: {problem}.',
    next: 'Give --out a reports folder you may read and write.',
  },
});
