import { defineMessages } from './message.js';

/**
 * What can be wrong with the requirement catalogue and the list of rows without a scenario. All of them end with the
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
  'VER-104': {
    text: 'The list of rows without a scenario, {file}, cannot be read: {detail}.',
    next: 'Write it as YAML with the member "rows" (a list of TM ids), or delete the file when every row has a scenario.',
  },
  'VER-105': {
    text: 'Row {row}: expected {expected}, received {received} ({file}).',
    next: 'Write a scenario tagged @{row}, or correct the list of rows without a scenario.',
  },
  'VER-106': {
    text: 'The schema {name} cannot be loaded: {detail}.',
    next: 'Reinstall the package; its schemas folder is part of it.',
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
  'VER-202': {
    text: 'The outcome "{outcome}" comes by itself and was not observed before the deadline.',
    next: 'Run the scenario again another time; an outcome that is never observed does not block.',
  },
});

/** Codes of {@link scenarioProblemMessages}. */
export type ScenarioProblemCode = keyof typeof scenarioProblemMessages;
