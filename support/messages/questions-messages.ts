import { defineMessages } from './message.js';

/** What can be wrong with the register of open questions. It is part of the package, so all of them are our own faults. */
export const questionsMessages = defineMessages({
  'QST-101': {
    text: 'The register of open questions {file} cannot be read: {detail}.',
    next: 'Reinstall the package; its schemas folder is part of it.',
  },
  'QST-102': {
    text: 'The register of open questions {file} does not have the expected shape at {where}: expected {expected}, received {received}.',
    next: 'Compare the entry with schemas/evidence/open-questions.schema.json.',
  },
});
