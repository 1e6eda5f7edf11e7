// The 24 seeded defects: one change each to a contract and an answer that fit together.
import { baseContract, goodAnswer } from './base-contract.mjs';

const schemaOf = (contract) => contract.paths['/cards/{cardId}'].get.responses[200].content['application/json'];

/** An answer whose JSON is changed. */
const body = (change) => (answer) => change(answer.json);
/** An answer with another status and the body of a refusal. */
const refusal = (status) => (answer) => Object.assign(answer, { status, json: { code: 'x' } });

/** Family, what is wrong, and the change to the answer or to the contract. */
const table = [
  [
    'type, integer, minimum, enum, pattern, null, oneOf',
    'a text where an integer is due',
    { answer: body((card) => (card.cardId = '7')) },
  ],
  [
    'type, integer, minimum, enum, pattern, null, oneOf',
    'a fraction where an integer is due',
    { answer: body((card) => (card.limit = 10.5)) },
  ],
  [
    'type, integer, minimum, enum, pattern, null, oneOf',
    'a number below its minimum',
    { answer: body((card) => (card.limit = -1)) },
  ],
  [
    'type, integer, minimum, enum, pattern, null, oneOf',
    'a word outside its enum',
    { answer: body((card) => (card.state = 'melted')) },
  ],
  [
    'type, integer, minimum, enum, pattern, null, oneOf',
    'a text against its pattern',
    { answer: body((card) => (card.alias = 'Travel Card 1')) },
  ],
  [
    'type, integer, minimum, enum, pattern, null, oneOf',
    'null where it is not allowed',
    { answer: body((card) => (card.holder = null)) },
  ],
  [
    'type, integer, minimum, enum, pattern, null, oneOf',
    'an object that fits no branch',
    { answer: body((card) => (card.funding = { cash: true })) },
  ],
  ['missing required member', 'the last member of the list is missing', { answer: body((card) => delete card.alias) }],
  ['date-time format', 'a text that is no time', { answer: body((card) => (card.createdAt = 'yesterday')) }],
  ['undocumented member', 'at the top', { answer: body((card) => (card.riskScore = 3)) }],
  ['undocumented member', 'further in', { answer: body((card) => (card.holder.passport = 'X1')) }],
  [
    'write-only member returned',
    'a card number that may only be sent',
    { answer: body((card) => (card.cardNumber = '4111111111111111')) },
  ],
  ['undocumented status', '202', { answer: refusal(202) }],
  ['undocumented status', '418', { answer: refusal(418) }],
  ['undocumented status', '500', { answer: refusal(500) }],
  [
    'wrong or missing media type',
    'HTML is claimed',
    { answer: (answer) => (answer.headers['content-type'] = 'text/html') },
  ],
  ['wrong or missing media type', 'nothing is claimed', { answer: (answer) => delete answer.headers['content-type'] }],
  ['empty body', 'nothing where JSON is due', { answer: (answer) => delete answer.json }],
  ['response header', 'missing', { answer: (answer) => delete answer.headers['x-request-id'] }],
  ['response header', 'of the wrong type', { answer: (answer) => (answer.headers['x-remaining'] = 'many') }],
  ['response header', 'of the wrong format', { answer: (answer) => (answer.headers['x-request-id'] = 'not-a-uuid') }],
  [
    'broken contract',
    'a pattern that is no regular expression',
    { contract: (contract) => (schemaOf(contract).schema.properties.alias.pattern = '^[a-z') },
  ],
  [
    'broken contract',
    'a misspelt keyword',
    { contract: (contract) => (schemaOf(contract).schema.properties.limit = { type: 'integer', minimun: 0 }) },
  ],
  ['broken contract', 'a body without a schema', { contract: (contract) => delete schemaOf(contract).schema }],
];

/** The control and the defects; `answer.json` is left out where the body is empty. */
export function fixedDefects() {
  return table.map(([family, title, { answer: spoil = () => undefined, contract: breakIt = () => undefined }]) => {
    const [contract, answer] = [baseContract(), goodAnswer()];
    breakIt(contract);
    spoil(answer);
    return { family, title, contract, answer: onTheWire(answer) };
  });
}

/** A contract and an answer that fit. */
export function control() {
  return { family: 'control', title: 'nothing is wrong', contract: baseContract(), answer: onTheWire(goodAnswer()) };
}

/** An answer as it is sent: status, headers, text. */
function onTheWire({ status, headers, json }) {
  return { status, headers, text: json === undefined ? '' : JSON.stringify(json) };
}
