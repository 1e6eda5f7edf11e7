import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CodedError } from '../messages/coded-error.js';
import { contractOf } from './contract-of.js';
import type { JsonObject } from '../json/json-pointer.js';
import { smallDocument } from './fixtures/small-contract.js';
import { compileValidators } from './validators.js';

function refused(code: string, pointer: string, schema: JsonObject): void {
  const document = smallDocument();
  const components = document['components'] as { readonly schemas: Record<string, unknown> };
  components.schemas['Bad'] = schema;
  assert.throws(
    () => compileValidators(contractOf(document)),
    (error) =>
      error instanceof CodedError && error.code === code && error.exit === 78 && error.message.includes(pointer),
    JSON.stringify(schema),
  );
}

test('a schema on which a doubt remains stops the run with its pointer', () => {
  const at = '/components/schemas/Bad';
  refused('CON-107', `${at}/maxlength`, { type: 'string', maxlength: 1 });
  refused('CON-107', `${at}/properties/a/paths`, { type: 'object', properties: { a: { paths: {} } } });
  refused('CON-108', at, { type: 'text' });
  refused('CON-108', at, { type: 'string', format: 'money' });
  refused('CON-108', at, { type: 'string', pattern: '(' });
  refused('CON-108', at, { type: 'string', minLength: 'x' });
  refused('CON-108', at, { $ref: '#/components/schemas/Nowhere' });
});

test('a documented body without a schema stops the run', () => {
  for (const content of [{}, { schema: {} }, { schema: { description: 'Something.', 'x-provenance': 'assumed' } }]) {
    const document = smallDocument();
    const components = document['components'] as { readonly responses: Record<string, unknown> };
    components.responses['Empty'] = { description: 'Empty.', content: { 'application/json': content } };
    assert.throws(
      () => compileValidators(contractOf(document)),
      (error) =>
        error instanceof CodedError &&
        error.code === 'CON-109' &&
        error.message.includes('/components/responses/Empty'),
    );
  }
});

test('a body that no Content-Type leads to stops the run, and so do two of one type', () => {
  const schema = { type: 'object' };
  const loaded = (content: JsonObject) => {
    const document = smallDocument();
    const components = document['components'] as { readonly responses: Record<string, unknown> };
    components.responses['Odd'] = { description: 'Odd.', content };
    return compileValidators(contractOf(document));
  };
  const at = '/components/responses/Odd/content';
  const table = [
    ['CON-114', ['json']],
    ['CON-114', ['application/']],
    ['CON-114', ['; charset=utf-8']],
    ['CON-115', ['application/json', 'application/json; charset=utf-8']],
    ['CON-115', ['text/plain', 'Text/Plain']],
  ] as const;
  for (const [code, keys] of table) {
    assert.throws(
      () => loaded(Object.fromEntries(keys.map((key) => [key, { schema }]))),
      (error) => error instanceof CodedError && error.code === code && error.exit === 78 && error.message.includes(at),
      keys.join(),
    );
  }
  for (const key of ['*/*', 'application/*', 'application/problem+json; charset=utf-8']) {
    assert.doesNotThrow(() => loaded({ [key]: { schema } }), key);
  }
});

test('a request is checked for the emulator as for the judge', () => {
  const { checkRequest, undocumentedInRequest } = compileValidators(contractOf(smallDocument()));
  const body = { kind: 'json', value: { newPin: 1, hint: 'x' }, duplicateKeys: [] } as const;
  const request = { path: { cardId: 'x' }, query: {}, headers: { 'content-type': 'application/json' }, body };
  assert.deepEqual(
    checkRequest('activateCard', request).map(({ where, keyword }) => `${keyword} ${where}`),
    ['type /path/cardId', 'required /body/cardNumber', 'type /body/newPin'],
  );
  assert.deepEqual(
    undocumentedInRequest('activateCard', request).map(({ where }) => where),
    ['/body/hint'],
  );
  assert.throws(() => checkRequest('flyCard', request), /flyCard/);
});
