import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { loadOpenQuestions } from './load-open-questions.js';

const entry = `version: 1
questions:
  - id: C-01
    question: Which of the two is right?
    sources: [docs/getting-started]
    readings: { first: The first one }
    answeredBy: people
`;

describe('the register of open questions', () => {
  let folder = '';
  const file = () => join(folder, 'questions.yaml');
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'axys-questions-'));
  });
  after(async () => rm(folder, { recursive: true, force: true }));

  it('is read entry by entry', async () => {
    await writeFile(file(), entry);
    assert.deepEqual(
      (await loadOpenQuestions(file())).map(({ id }) => id),
      ['C-01'],
    );
  });

  it('is refused when it cannot be read, with the file named', async () => {
    const missing = join(folder, 'missing.yaml');
    await assert.rejects(loadOpenQuestions(missing), { code: 'QST-101', exit: 3, message: /missing\.yaml/ });
    await writeFile(file(), 'version: [');
    await assert.rejects(loadOpenQuestions(file()), { code: 'QST-101' });
  });

  it('is refused with the place where it has another shape', async () => {
    await writeFile(file(), entry.replace('answeredBy: people', 'answeredBy: nobody'));
    await assert.rejects(loadOpenQuestions(file()), { code: 'QST-102', exit: 3, message: /\/questions\/0/ });
  });
});
