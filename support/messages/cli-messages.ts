import { defineMessages } from './message.js';

/** A command line that cannot be understood; exit 64. */
export const usageMessages = defineMessages({
  'CMD-101': { text: '{problem}.', next: 'See "axys-certify {command}--help".' },
  'CMD-103': {
    text: 'Expected a folder for the reports at {folder}; it is a file, or a part of its path is one.',
    next: 'Give --out the name of a folder; one that is not there yet is made.',
  },
});

/** A command that cannot be carried out here; exit 78. */
export const commandMessages = defineMessages({
  'CMD-201': {
    text: 'The env-file {file} would lie inside the reports folder {folder}, with credentials beside it.',
    next: 'Give --env-file a path outside {folder}.',
  },
  'CMD-202': {
    text: 'Cannot write {file}: {problem}.',
    next: 'Give --env-file the path of a file, in a folder you may write to.',
  },
  'CMD-203': {
    text: 'The env-file {file} is there already, and it is not as an emulator wrote it.',
    next: 'Give --env-file another path: an emulator writes this file and removes it at its end; "run" is what reads one.',
  },
  'CMD-204': {
    text: 'The folder {folder} would be replaced by the credentials of the emulator, and it holds {foreign}.',
    next: 'Give --env-file another path, or remove that folder if an emulator that was killed left it there.',
  },
});

/** A signing key pair that cannot be made here; exit 78. */
export const signingKeyMessages = defineMessages({
  'CMD-211': {
    text: 'The signing key {file} would lie inside the reports folder {folder}, which is handed to other people.',
    next: 'Give a path outside {folder}.',
  },
  'CMD-212': {
    text: '{file} is there already, and a key is never overwritten.',
    next: 'Give another path. Keep the old key as long as packs signed with it are to be verified.',
  },
  'CMD-213': {
    text: 'Cannot write {file}: {problem}.',
    next: 'Give a path in an existing folder you may write to.',
  },
});

/** What went wrong inside the harness; exit 3. */
export const failureMessages = defineMessages({
  'CMD-301': {
    text: 'An unexpected error stopped the command: {problem}.',
    next: '{where}',
  },
  'CMD-302': {
    text: 'The Allure report needs Java, and no working "java" was found.',
    next: 'Install a Java runtime 8 or newer (for example openjdk-17-jre-headless) and run: axys-certify report',
  },
  'CMD-303': {
    text: 'The Allure report was not made: {problem}.',
    next: 'Everything else in the run folder is complete.',
  },
  'CMD-304': {
    text: 'The run {run} has nothing to show: {folder} holds no allure-results with results.',
    next: 'Give a run id of reports/runs, or the path of a run folder, of a run that came to its end.',
  },
  'CMD-306': {
    text: 'The earlier run {run} cannot be shown as history: {problem} ({place}).',
    next: 'Give --previous a run id of reports/runs, or the path of a run folder or its zip.',
  },
  'CMD-307': {
    text: 'The machine refused what the command needs: {problem}.',
    next: '{remedy}',
  },
  'CMD-305': {
    text: 'An earlier result cannot be removed from the reports folder {folder}: {problem}.',
    next: 'Give --out a folder you may write to; a run never leaves an older result as its own.',
  },
});
