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
 * Why a scenario stopped before it could be judged. The verdict each code leads to is in
 * `support/verdict/problem-verdicts.ts`.
 */
export const scenarioProblemMessages = defineMessages({
  'VER-201': {
    text: 'The precondition "{precondition}" was not reached: expected {expected}, received {received}.',
    next: 'Look at the exchanges of the scenario; run it again when the target is in the expected state.',
  },
  'VER-202': {
    text: 'The target did not answer {operation} as a service that can be judged: {detail}.',
    next: 'Run "axys-certify doctor", then run the scenario again.',
  },
  'VER-203': {
    text: 'The simulation {operation} is assumed and nobody confirmed it for this target.',
    next: 'Ask the operator for its path and mark it x-provenance: confirmed in an overlay (AXYS_CONTRACT_OVERLAY).',
  },
  'VER-204': {
    text: 'The Program does not have the capability {capability}.',
    next: 'Set capabilities.{capability} in the program profile if the Program does have it.',
  },
  'VER-205': {
    text: 'The run was interrupted before the scenario ended.',
    next: 'Run it again.',
  },
  'VER-206': {
    text: 'Only a person can do this here: {task}.',
    next: 'Do it, then record an attestation for the row in the program profile.',
  },
  'VER-207': {
    text: 'The outcome "{outcome}" comes by itself and was not observed before the deadline.',
    next: 'Run the scenario again another time; an outcome that is never observed does not block.',
  },
});
