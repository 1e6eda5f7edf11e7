import { defineMessages } from './message.js';

/** What the client says about our own mistakes and about calls it must not make. */
export const clientMessages = defineMessages({
  'CLI-101': {
    text: 'The contract has no operation "{operationId}"; {count} operations are known.',
    next: 'Use an operationId of schemas/axys-v2/openapi.yaml, or add the operation to the contract or its overlay.',
  },
  'CLI-102': {
    text: 'Operation {operationId} ({path}) needs the path parameter "{parameter}", which was not given or is empty.',
    next: 'Give the parameter in the input\'s "path" member.',
  },
  'CLI-103': {
    text: 'Operation {operationId} ({path}) has no path parameter "{parameter}".',
    next: 'Remove the parameter, or correct its name.',
  },
  'CLI-104': {
    text: 'A call would leave the target: expected an address below {expected}, received {received}.',
    next: 'Name operations or paths below the base URL; other hosts are never called.',
  },
  'CLI-105': {
    text: 'Identity "{identity}" needs a second client certificate, and none is configured.',
    next: 'Set AXYS_NEXT_CERT_PATH and AXYS_NEXT_KEY_PATH, or leave the rotation rows out.',
  },
  'CLI-106': {
    text: 'The client is closed; operation {operationId} was not sent.',
    next: 'Close the client only after the last scenario has ended.',
  },
  'CLI-107': {
    text: 'The certificate of identity "{identity}" cannot be used: {problem}.',
    next: 'Check that certificate, key and passphrase belong together and are PEM files.',
  },
});

/** What the client says when the production rule forbids a call. */
export const productionMessages = defineMessages({
  'CLI-201': {
    text: 'On production only {allowed} may be called; {method} {path} was not sent.',
    next: 'Run the matrix on staging. AXYS_ENV=production runs only the production profile.',
  },
  'CLI-202': {
    text: 'On production {operationId} may only be sent with {part} {expected}; a call with another one was not sent.',
    next: 'Send exactly that, or run the row on staging.',
  },
  'CLI-203': {
    text: 'On production {operationId} may only be sent as {expected}, but the contract of this run has it as {received}; nothing was sent.',
    next: 'Leave the operation where it is in AXYS_CONTRACT and AXYS_CONTRACT_OVERLAY, or run production without them.',
  },
});
