import { defineMessages } from './message.js';

/** What can stop the emulator from starting. */
export const emulatorMessages = defineMessages({
  'EMU-101': {
    text: 'the emulator cannot listen on port {port}: the port is in use',
    next: 'Choose another port, or 0 for any free one.',
  },
  'EMU-102': {
    text: 'the emulator cannot listen on port {port}: {reason}',
    next: 'Choose another port, or 0 for any free one.',
  },
  'EMU-103': {
    text: 'expected a lifecycle table in {file}, received one that breaks its schema: {problem}',
    next: 'Correct the table; its shape is schemas/evidence/lifecycle.schema.json.',
  },
  'EMU-104': {
    text: 'expected the states and transitions of {file} to agree: {problem}',
    next: 'Correct the table: every `from` and `to` names a state of the same file.',
  },
  'EMU-105': {
    text: 'the access log {file} cannot be written: {reason}',
    next: 'Give --access-log a file in a folder that exists and is writable.',
  },
  'EMU-106': {
    text: 'expected the fault catalogue in {file}, received one that breaks its schema: {problem}',
    next: 'Correct the entry; its shape is schemas/evidence/faults.schema.json.',
  },
  'EMU-107': {
    text: 'expected the catalogue of legal variations in {file}, received one that breaks its schema: {problem}',
    next: 'Correct the entry; its shape is schemas/evidence/legal-variations.schema.json.',
  },
  'EMU-108': {
    text: 'expected a credential in {file}, and it cannot be used: {problem}',
    next: 'Hand the folder of --credentials over with server.crt.pem, server.key.pem, client-ca.crt.pem and api-key, readable for the user of the emulator.',
  },
  'EMU-109': {
    text: 'the back channel cannot listen on port {port}: {reason}',
    next: 'Choose another --back-channel port, or 0 for none.',
  },
});

/** What is wrong with how the emulator was asked to start. */
export const emulatorUsageMessages = defineMessages({
  'EMU-201': {
    text: 'unknown fault {fault}; the nearest known ones are {nearest}',
    next: 'Use an id from docs/faults.md, which lists all of them with what they break.',
  },
  'EMU-202': {
    text: 'expected a time scale above 0 (emulated seconds per second), received {timeScale}',
    next: 'Use for example 1200, where one second is twenty emulated minutes.',
  },
  'EMU-204': {
    text: 'unknown variation {variation}; the nearest known ones are {nearest}',
    next: 'Use an id from schemas/axys-v2/legal-variations.yaml, which says of each why it is legal.',
  },
  'EMU-203': {
    text: 'expected --allow-ip to be one IPv4 or IPv6 address, received {address}',
    next: 'Give each address on its own, for example --allow-ip 127.0.0.1; host names and ranges are not read.',
  },
});

/** How the emulator of a run can break while the run needs it; exit 3. */
export const embeddedEmulatorMessages = defineMessages({
  'EMU-301': {
    text: 'the embedded emulator broke while it was needed: {problem}',
    next: 'Run again; nothing was said about the product. If it recurs, the machine lacks memory or this is a mistake of ours: report it with logs/run.ndjson of the run.',
  },
});
