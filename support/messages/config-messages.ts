import { defineMessages } from './message.js';

/** Everything that can be wrong with the configuration; each ends a command with exit 78. */
export const configMessages = defineMessages({
  'CFG-101': {
    text: 'Expected a readable env-file at {file}; {problem}.',
    next: 'Give --env-file the path of an existing file with lines KEY=VALUE.',
  },
  'CFG-102': {
    text: 'Expected KEY=VALUE in {file} line {line}; {problem}.',
    next: 'Write one variable per line; quote a value that holds spaces or #; start comments with #.',
  },
  'CFG-103': {
    text: 'Unknown variable {name} in {where}.',
    next: 'The nearest known name is {nearest}. "axys-certify run --help" lists all of them.',
  },
  'CFG-104': {
    text: '{name} in {where} is set but empty.',
    next: 'Give it a value or unset it; an empty variable never falls back to a default.',
  },
  'CFG-105': {
    text: 'AXYS_ENV={environment} needs {name}, and it is not set.',
    next: '{meaning}. Set it in the environment or in the env-file.',
  },
  'CFG-106': {
    text: '{given} is set without {missing}.',
    next: 'A client identity needs the certificate and its private key; set both or neither.',
  },
  'CFG-108': {
    text: '{name} names {file}, which cannot be read: {problem}.',
    next: 'Check the path and its permissions; a relative path is taken from the current folder.',
  },
  'CFG-109': {
    text: 'The production env-file {file} (AXYS_PRODUCTION_ENV_FILE) could not be used in production: {problem}.',
    next: 'Set AXYS_ENV=production there, with the base URL of production; credentials may still be missing.',
  },
  'CFG-110': {
    text: 'AXYS_KEY_PASSPHRASE is set without AXYS_KEY_PATH or AXYS_NEXT_KEY_PATH.',
    next: 'It opens a private key of yours; name that with its certificate, or unset the passphrase.',
  },
  'CFG-111': {
    text: '{name} in {where} holds {problem}; no HTTP header carries that.',
    next: 'Set it again to exactly what was issued. Nothing is trimmed: what is sent is what you set.',
  },
  'CFG-201': {
    text: 'Expected a PEM certificate in {file} ({name}); {problem}.',
    next: 'Convert it, for example: openssl x509 -inform der -in FILE -out client.pem',
  },
  'CFG-202': {
    text: 'The certificate in {file} ({name}) expired on {date}.',
    next: 'Request a renewed client certificate and point {name} at it.',
  },
  'CFG-203': {
    text: 'The certificate in {file} ({name}) is not valid before {date}.',
    next: "Check this machine's clock, or wait until the certificate becomes valid.",
  },
  'CFG-204': {
    text: 'Expected a PEM private key in {file} ({name}); {problem}.',
    next: 'The file must hold the key that the certificate was requested with, as PEM.',
  },
  'CFG-205': {
    text: 'The private key in {file} ({name}) is encrypted and AXYS_KEY_PASSPHRASE is not set.',
    next: 'Set AXYS_KEY_PASSPHRASE in the environment; it is never taken from a flag.',
  },
  'CFG-206': {
    text: 'AXYS_KEY_PASSPHRASE does not open the private key in {file} ({name}).',
    next: 'Check the passphrase; it is used for both AXYS_KEY_PATH and AXYS_NEXT_KEY_PATH. If it is right, the encryption is an outdated one: openssl pkcs8 -topk8 -v2 aes-256-cbc -in OLD -out NEW writes a current one.',
  },
  'CFG-207': {
    text: 'The private key in {keyFile} ({keyName}) does not belong to the certificate in {file} ({name}).',
    next: 'Point {keyName} at the key that the certificate was requested with.',
  },
  'CFG-208': {
    text: 'Expected an Ed25519 private key in {file} (AXYS_SIGNING_KEY_PATH); {problem}.',
    next: 'Make one with "axys-certify signing-key FILE", or unset AXYS_SIGNING_KEY_PATH for a practice run.',
  },
  'CFG-209': {
    text: '{name} is not the URL of a proxy that can be used: {problem}.',
    next: 'Expected a form such as http://proxy.example.test:3128. List the target in NO_PROXY to go without a proxy.',
  },
  'CFG-210': {
    text: 'AXYS_KEY_PASSPHRASE does not open the private key in {file} ({name}), and begins or ends with a space or a line break.',
    next: 'Take that away, unless the passphrase was chosen so: a file read with $(<FILE) has no line break at its end, one mounted as a variable may have.',
  },
  'CFG-301': {
    text: 'Expected a program profile (JSON) at {file}; {problem}.',
    next: 'Only the member "program" is required: { "program": "name" }.',
  },
  'CFG-302': {
    text: 'Unknown member {pointer} in the program profile {file}.',
    next: 'The nearest known member is "{nearest}"; accepted there: {accepted}.',
  },
  'CFG-303': {
    text: 'Bad value at {pointer} in the program profile {file}: {problem}.',
    next: 'Accepted: {accepted}.',
  },
  'CFG-401': {
    text: 'The folder {folder} holds no {what}, so the installation is incomplete.',
    next: 'Run npm ci && npm run build again.',
  },
});
