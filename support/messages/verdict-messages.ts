import { defineMessages } from './message.js';

/**
 * What can be wrong with the requirement catalogue, alone or beside the features. All of them end with the
 * configuration exit code.
 */
export const catalogueMessages = defineMessages({
  'VER-101': {
    text: 'The requirement catalogue {file} cannot be read: {detail}.',
    next: 'Check that the file exists, is readable and is valid YAML.',
  },
  'VER-102': {
    text: 'The requirement catalogue {file} does not have the expected shape at {where} ({row}): expected {expected}, received {received}.',
    next: 'Compare the row with schemas/evidence/requirements.schema.json.',
  },
  'VER-103': {
    text: 'Row {row} of {file} breaks the rule "{rule}": expected {expected}, received {received}.',
    next: 'Correct the row in the requirement catalogue.',
  },
  'VER-105': {
    text: 'Row {row}: expected {expected}, received {received} ({file}).',
    next: 'Write a scenario tagged @{row} and name its proving checks, or state in the row why software cannot drive it (trigger people, or production after go-live).',
  },
  'VER-106': {
    text: 'The schema {name} cannot be loaded: {detail}.',
    next: 'Reinstall the package; its schemas folder is part of it.',
  },
  'VER-107': {
    text: 'The scenario {scenario} belongs to no row of {file}: received {received}.',
    next: 'Tag it with its row, such as @TM-29, or with @self when it proves the harness and counts for no row.',
  },
});

/**
 * Why a scenario stopped although nothing is wrong, beyond the world's own codes. The verdict each code leads to is in
 * `support/verdict/problem-verdicts.ts`.
 */
export const scenarioProblemMessages = defineMessages({
  'VER-201': {
    text: 'Only a person can do this here: {task}.',
    next: 'Do it, then record an attestation for the row in the program profile.',
  },
});

/** Codes of {@link scenarioProblemMessages}. */
export type ScenarioProblemCode = keyof typeof scenarioProblemMessages;
