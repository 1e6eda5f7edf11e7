import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openQuestionsIn } from './open-questions-in.js';

const entry = `version: 1
questions:
  - id: C-01
    question: Which of the two is right?
    sources: [docs/getting-started]
    readings: { first: The first one }
    answeredBy: people
`;

test('the register is read entry by entry', () => {
  const ids = openQuestionsIn(entry, 'questions.yaml').map(({ id }) => id);
  assert.deepEqual(ids, ['C-01']);
});

test('what is no YAML is refused with its file', () => {
  const refused = { code: 'QST-101', exit: 3, message: /questions\.yaml/ };
  assert.throws(() => openQuestionsIn('version: [', 'questions.yaml'), refused);
});

test('another shape is refused with its place', () => {
  const other = entry.replace('answeredBy: people', 'answeredBy: nobody');
  const refused = { code: 'QST-102', exit: 3, message: /\/questions\/0/ };
  assert.throws(() => openQuestionsIn(other, 'questions.yaml'), refused);
});
