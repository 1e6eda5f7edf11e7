import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Operation } from '../contract/contract.js';
import { CodedError } from '../messages/coded-error.js';
import { fillPath, requestUrl } from './request-url.js';

const operation: Operation = {
  ...{ operationId: 'getOtp', alias: null, method: 'GET', path: '/otp/{token}', pointer: '', deprecated: false },
  ...{ provenance: 'documented', source: 'docs/three-d-secure', simulation: false, creates: null },
};
const base = new URL('https://example.invalid/v2');

function codeOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    return error instanceof CodedError ? `${error.code} ${error.exit}` : String(error);
  }
  return 'nothing thrown';
}

test('a path template is filled and encoded', () => {
  assert.equal(fillPath(operation, { token: 'a/b c' }), '/otp/a%2Fb%20c');
});

test('a missing, empty or unknown path parameter is an error of ours', () => {
  assert.equal(
    codeOf(() => fillPath(operation, {})),
    'CLI-102 3',
  );
  assert.equal(
    codeOf(() => fillPath(operation, { token: '' })),
    'CLI-102 3',
  );
  assert.equal(
    codeOf(() => fillPath(operation, { token: 't', extra: 1 })),
    'CLI-103 3',
  );
});

test('no parameter value reaches another path', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1, unit: 'grapheme' }), (token) => {
      const url = requestUrl(base, fillPath(operation, { token }), {});
      assert.equal(url.pathname.split('/').length, 4);
      assert.ok(url.pathname.startsWith('/v2/otp/'));
    }),
  );
});

test('query parameters of path and input are joined', () => {
  assert.equal(requestUrl(base, '/cards?limit=1', { offset: '2 3' }).href, `${base.href}/cards?limit=1&offset=2+3`);
});

test('nothing leads away from the target', () => {
  for (const path of ['/../admin', '/%2e%2e/admin', 'cards', '@evil.invalid/x', '']) {
    assert.equal(
      codeOf(() => requestUrl(base, path, {})),
      'CLI-104 77',
      path,
    );
  }
  assert.equal(requestUrl(base, '//evil.invalid/x', {}).host, 'example.invalid');
});
