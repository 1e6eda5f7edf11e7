import { defineMessages } from './message.js';

/** Messages of the world: why a scenario could not be judged to its end. */
export const worldMessages = defineMessages({
  'WLD-101': {
    text: 'A precondition was not met: {what}; received {received}.',
    next: 'Look at the named exchange; the scenario says nothing about its own rows until the precondition holds.',
  },
  'WLD-102': {
    text: 'trigger unconfirmed: {operationId} is an assumed simulation and the contract does not confirm it for this target.',
    next: 'Ask the platform for the path, confirm it in an overlay (AXYS_CONTRACT_OVERLAY), and run again.',
  },
  'WLD-103': {
    text: 'The check {check} is violated: expected {expected}, received {received}.',
    next: 'The rule is from {source}; the exchanges named in the result show the answer.',
  },
  'WLD-104': {
    text: 'not applicable: {reason}.',
    next: 'Change the program profile if this Program does support it.',
  },
  'WLD-105': {
    text: 'The step speaks of {what}, which no earlier step of the scenario made.',
    next: 'Add the Given step that makes it.',
  },
  'WLD-106': {
    text: 'The run was interrupted while waiting for {what}.',
    next: 'Go on with "axys-certify run --resume" and the id of the run; everything recorded so far is kept.',
  },
  'WLD-107': {
    text: 'The contract of this run has no operation {operationId}, so the call was not made.',
    next: 'Add the operation to the document of AXYS_CONTRACT, or in an overlay (AXYS_CONTRACT_OVERLAY), and run again.',
  },
  'WLD-108': {
    text: 'The platform decided the review by itself: received {received}, while the scenario waited for {what}.',
    next: 'Nothing is wrong: run the scenario again. A forced result only counts when it comes before the platform decides.',
  },
  'WLD-109': {
    text: 'The one-time code lapsed by itself before it was read.',
    next: 'Nothing is wrong: run the scenario again, with a shorter timing.pollMaxMs in the program profile if it recurs.',
  },
  'WLD-110': {
    text: 'The replaying server was asked for {what}, which its script does not foresee.',
    next: 'This is a mistake in the scenario: add the call to the script, or do not make it.',
  },
  'WLD-111': {
    text: 'There is no production configuration to compare with: AXYS_PRODUCTION_ENV_FILE is not set.',
    next: 'Set it to the env-file that production will run with; it is only read, and credentials may still be missing in it.',
  },
  'WLD-112': {
    text: 'A step went on although {what} had ended the scenario: it swallowed what it was told.',
    next: 'This is a mistake in the steps: let every error of a call, a wait or a check end the step.',
  },
  'WLD-113': {
    text: 'A list could not be read to its end: received {received}.',
    next: 'Look at its last pages: the target may ignore the offset, or somebody else fills the list. Nothing is said about what stands beyond.',
  },
  'WLD-121': {
    text: 'The answer to {operationId} was lost when the run was stopped, and whether it took effect cannot be decided: {why}.',
    next: 'The call is not repeated. Run the scenario again in a new run if its rows are needed.',
  },
  'WLD-122': {
    text: 'Call {ordinal} of the scenario is {operationId}, and the record of the stopped run has another call there: {difference} differs.',
    next: 'Nothing was sent. Run the scenario again in a new run.',
  },
  'WLD-123': {
    text: 'The scenario cannot go on after the stop of the run: {what} was masked before it was written.',
    next: 'Nothing was sent. Run the scenario again in a new run if its rows are needed.',
  },
});

/** Codes of {@link worldMessages} that end a scenario early. */
export type WorldCode = keyof typeof worldMessages;
