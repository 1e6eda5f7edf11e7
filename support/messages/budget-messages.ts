import { defineMessages } from './message.js';

/** Why a scenario stopped at the budget; its verdict is in `support/verdict/problem-verdicts.ts`. */
export const budgetMessages = defineMessages({
  'BGT-101': {
    text: 'The budget of {scenario} is used up: it may make {budget} calls of kind {kind}, and {operationId} would be one more; it was not sent.',
    next: 'A scenario that needs it gets it in schemas/axys-v2/scenario-calls.yaml: run "npm run calls", or write an allowance.',
  },
});

/** Codes of {@link budgetMessages}. */
export type BudgetCode = keyof typeof budgetMessages;

/** What can be wrong with the table of calls; each stops the run before any connection, exit 78. */
export const callTableMessages = defineMessages({
  'BGT-201': {
    text: 'The table of calls {file} cannot be read: {detail}.',
    next: 'Check that the file exists and is valid YAML, or make it anew with "npm run calls".',
  },
  'BGT-202': {
    text: 'The table of calls {file} breaks its shape at {where}: expected {expected}, received {received}.',
    next: 'Compare it with schemas/evidence/scenario-calls.schema.json.',
  },
  'BGT-203': {
    text: 'The entry {entry} of the table of calls {file} is wrong: expected {expected}, received {received}.',
    next: 'Correct the entry, or make the table anew with "npm run calls".',
  },
  'BGT-204': {
    text: 'The scenario {scenario} has no entry in the table of calls {file}, so nobody knows what it may create.',
    next: 'Run "npm run calls": it runs every scenario on the emulator and writes the table.',
  },
  'BGT-205': {
    text: 'The table of calls {file} has an entry for {scenario}, and there is no such scenario.',
    next: 'Run "npm run calls", which leaves it out, or correct the id.',
  },
});
