import assert from 'node:assert/strict';
import { test } from 'node:test';
import { memberRules } from '../../trace/mask/mask-rules.js';
import { isSecretMember } from './secret-members.js';

/** Secrets that are as secret in a finding as in a record. Tokens and codes are only where an operation says so: a coin has a token too. */
const kinds = new Set(['pan', 'expiry', 'cvv', 'pin', 'track', 'otp', 'api-key', 'private-key', 'password']);

test('what masking takes for a secret by its name is none to be quoted in a finding', () => {
  const quoted = memberRules
    .filter(({ kind, when }) => kinds.has(kind) && when !== 'one-time-code')
    .flatMap(({ names }) => names)
    .filter((name) => !isSecretMember(null, name) && !isSecretMember(null, name.toUpperCase()));
  assert.deepEqual(quoted, ['xApiKey']);
});

test('a code or a token is one only where an operation gives it', () => {
  assert.deepEqual([isSecretMember('getOtp', 'code'), isSecretMember('getCard', 'code')], [true, false]);
  assert.deepEqual([isSecretMember('getOtp', 'token'), isSecretMember(null, 'token')], [true, false]);
});
