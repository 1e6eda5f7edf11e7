import { defineMessages } from './message.js';

/** What a run is told, before its first call, of the contract that judges it; it goes on. */
export const contractRulesMessages = defineMessages({
  'CON-201': {
    text: 'The document of the operator makes {rules} of the published contract weaker: {named}.',
    next: 'The pack lists all of them in plan/contract-changes.json, the decision names them and the rows that rest on them are marked "softened". Keep the platform\'s word for each.',
  },
});
