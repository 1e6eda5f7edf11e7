import { holdsLabel } from '../trace/mask/label.js';
import { CodedError, errorsOf } from '../messages/coded-error.js';
import { scenarioProblemMessages } from '../messages/verdict-messages.js';
import { worldMessages } from '../messages/world-messages.js';

const stop = errorsOf(worldMessages, 'incomplete');
const stopForPeople = errorsOf(scenarioProblemMessages, 'awaitingPeople');

/** A Given could not be brought about: the scenario becomes inconclusive. */
export function preconditionNotMet(what: string, received: string): CodedError {
  return stop('WLD-101', { what, received });
}

/** A simulation nobody has confirmed for this target: the scenario is not run. */
export function triggerUnconfirmed(operationId: string): CodedError {
  return stop('WLD-102', { operationId });
}

/** The contract of this run has no such operation: the scenario is not run. */
export function operationUnknown(operationId: string): CodedError {
  return stop('WLD-107', { operationId });
}

/** A check is violated and the rest of the scenario would build on it. */
export function checkViolated(check: string, expected: string, received: string, source: string): CodedError {
  return stop('WLD-103', { check, expected, received, source });
}

/** The Program does not support what the scenario is about. */
export function notApplicable(reason: string): CodedError {
  return stop('WLD-104', { reason });
}

/** From here on only a person can go: the scenario is not run, and its row waits for an attestation. */
export function personsTask(task: string): CodedError {
  return stopForPeople('VER-201', { task });
}

/** A step used something no earlier step made: a mistake in the feature. */
export function nothingMade(what: string): CodedError {
  return stop('WLD-105', { what });
}

/** The platform decided a review by itself before we could: the scenario becomes inconclusive, and nobody is blamed. */
export function decidedByItself(received: string, what: string): CodedError {
  return stop('WLD-108', { received, what });
}

/** A one-time code lapsed before it was read: the scenario becomes inconclusive, and nobody is blamed. */
export function codeLapsed(): CodedError {
  return stop('WLD-109');
}

/** The replaying server was asked for something else than its script foresees: a mistake in the scenario. */
export function unscriptedRequest(what: string): CodedError {
  return stop('WLD-110', { what });
}

/** Nobody said what production will be configured with: the scenario is not run. */
export function nothingToCompare(): CodedError {
  return stop('WLD-111');
}

/** A step caught an error that ends a scenario, and went on: a mistake in the steps. */
export function swallowed(error: unknown): CodedError {
  const what = error instanceof CodedError ? `${error.code} (${error.message})` : 'an error';
  return stop('WLD-112', { what });
}

/** A list that was read to its end has none: the scenario becomes inconclusive, and nobody is blamed for what was not found. */
export function listWithoutEnd(received: string): CodedError {
  return stop('WLD-113', { received });
}

/** The run was interrupted. */
export function interrupted(what: string): CodedError {
  return stop('WLD-106', { what });
}

/** The answer to a writing call was lost, and what became of it cannot be decided. It is not repeated. */
export function answerLost(operationId: string, why: string): CodedError {
  return stop('WLD-121', { operationId, why });
}

/** A resumed scenario is about to make another call than the record has in this place. */
export function recordDisagrees(ordinal: number, operationId: string, difference: string): CodedError {
  return stop('WLD-122', { ordinal, operationId, difference });
}

/** A resumed scenario needs a value that never reached the disk. */
export function valueNotRecorded(what: string): CodedError {
  return stop('WLD-123', { what });
}

/** A value that goes on being used as it is; ends the scenario where only its masked form was recorded. */
export function requireWritten(value: string, what: string): string {
  if (holdsLabel(value)) throw valueNotRecorded(what);
  return value;
}
