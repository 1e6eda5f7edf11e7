import { errorsOf } from './coded-error.js';
import { defineMessages } from './message.js';

/** Everything that can be wrong with a contract or an overlay; each stops the run before any call. */
const contractMessages = defineMessages({
  'CON-101': {
    text: 'The contract {file} cannot be read: {problem}.',
    next: 'Check that the file exists and that this user may read it.',
  },
  'CON-102': {
    text: 'The contract {file} is not readable YAML or JSON: {problem}.',
    next: 'Correct the file at the place named; one document, an object at its root, no member twice.',
  },
  'CON-103': {
    text: 'The contract {file} says openapi {version}; expected 3.0.x or 3.1.x.',
    next: 'Give an OpenAPI 3.0 or 3.1 document.',
  },
  'CON-104': {
    text: 'The contract is not a valid OpenAPI document: {problem}',
    next: 'Correct the document, or the overlay that changed it, at the place named.',
  },
  'CON-105': {
    text: 'The reference {reference} at {pointer} leads nowhere.',
    next: 'Correct the reference or add what it names.',
  },
  'CON-106': {
    text: 'The reference {reference} at {pointer} points to the network; only files beside the contract are read.',
    next: 'Download the part and refer to the local file.',
  },
  'CON-107': {
    text: 'Unknown schema keyword "{keyword}" at {pointer}: it would be ignored without a word.',
    next: 'Correct the keyword; extensions start with x-.',
  },
  'CON-108': {
    text: 'The schema at {pointer} does not compile: {problem}.',
    next: 'Correct the schema; nothing is judged against a contract that does not compile.',
  },
  'CON-109': {
    text: 'The body documented at {pointer} has no schema, so every answer would pass.',
    next: 'Describe the body, or remove the content when none is documented.',
  },
  'CON-110': {
    text: 'The operation {method} {path} has no operationId.',
    next: 'Name the operation; calls and findings refer to it.',
  },
  'CON-111': {
    text: 'Two operations answer to {method} {path}: {first} and {second}.',
    next: 'Keep one of them; paths that differ only in parameter names are the same path.',
  },
  'CON-112': {
    text: 'The mark {value} of {member} at {pointer} is unknown; expected {expected}.',
    next: 'Use one of the accepted words.',
  },
  'CON-113': {
    text: 'The operationId {operationId} is used by {first} and {second}.',
    next: 'Give each operation its own id.',
  },
  'CON-114': {
    text: 'The key {key} at {pointer} is no media type, so no body would ever be held against it.',
    next: 'Write a type and a subtype, such as application/json; ranges like application/* are fine.',
  },
  'CON-115': {
    text: 'Two bodies at {pointer} are both of the type {essence}: "{first}" and "{second}".',
    next: 'Keep one of them; parameters such as charset do not tell bodies apart.',
  },
  'CON-120': {
    text: 'The overlay {file} cannot be read: {problem}.',
    next: 'Check AXYS_CONTRACT_OVERLAY.',
  },
  'CON-121': {
    text: 'The overlay {file} is malformed at {pointer}: expected {expected}.',
    next: 'Write it as an OpenAPI Overlay 1.0 document: overlay, info, actions with target and update or remove.',
  },
  'CON-122': {
    text: 'Action {index} of the overlay {file} has a target that matches nothing: {target}.',
    next: 'Correct the JSONPath (RFC 9535) so that it selects a part of the contract.',
  },
  'CON-123': {
    text: 'Action {index} of the overlay {file} cannot be applied at {pointer}: {problem}.',
    next: 'Remove the old value in an action of its own first, or target the object that holds it.',
  },
});

/** Error of the contract's area; ends the process with the configuration exit code (78). */
export const contractError = errorsOf(contractMessages, 'configuration');
