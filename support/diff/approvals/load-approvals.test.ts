import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadApprovals } from './load-approvals.js';

const entry = {
  ...{ fingerprint: '0123456789ab', decision: 'accepted', reason: 'we do not read it', by: 'A. Person' },
  expires: '2026-12-31',
};

const load = (text: string) => loadApprovals('approvals.yaml', () => Promise.resolve(text));

test('approvals are read from YAML and from JSON', async () => {
  assert.deepEqual(await load(JSON.stringify([entry])), [entry]);
  const yaml = Object.entries(entry).map(([name, value]) => `${name}: "${value}"`);
  assert.deepEqual(await load(`# decided on 21 November\n- ${yaml.join('\n  ')}\n`), [entry]);
  assert.deepEqual(await load('[]'), []);
});

const refused: readonly (readonly [string, unknown, RegExp])[] = [
  ['an unknown member', [{ ...entry, reasson: 'x' }], /at \/0, expected no member "reasson", received it/],
  ['a missing member', [{ ...entry, by: undefined }], /at \/0, expected a member "by", received none/],
  ['a fingerprint of another form', [{ ...entry, fingerprint: 'DBH-1' }], /at \/0\/fingerprint/],
  [
    'another word of decision',
    [{ ...entry, decision: 'acepted' }],
    /at \/0\/decision, expected one of "expected", "accepted", received "acepted"/,
  ],
  [
    'what looks like a secret in the place of a decision',
    [{ ...entry, decision: 'axk_9f8e7d6c5b4a' }],
    /at \/0\/decision, expected one of .*, received a string of 16 characters/,
  ],
  ['a day that no calendar has', [{ ...entry, expires: '2026-02-30' }], /at \/0\/expires, expected a day/],
  [
    'a fingerprint decided upon twice',
    [entry, { ...entry, decision: 'expected' }],
    /at \/1\/fingerprint, expected one/,
  ],
  ['something else than a list', { approvals: [entry] }, /at \/, expected an array/],
  ['an empty file', null, /at \/, expected an array/],
];

for (const [name, content, words] of refused) {
  test(`refused: ${name}`, async () => {
    await assert.rejects(load(JSON.stringify(content)), { code: 'APV-102', exit: 78, message: words });
  });
}

test('a member that is there twice is refused, in YAML and in JSON', async () => {
  const twice = JSON.stringify([entry]).replace('"by"', '"decision":"expected","by"');
  await assert.rejects(load(twice), { code: 'APV-101', exit: 78, message: /there already at line 1/ });
});

test('a file that cannot be read or parsed is named with the reason', async () => {
  await assert.rejects(load('- fingerprint: ['), { code: 'APV-101', exit: 78, message: /approvals\.yaml/ });
  const missing = Object.assign(new Error('no such file'), { code: 'ENOENT' });
  await assert.rejects(
    loadApprovals('approvals.yaml', () => Promise.reject(missing)),
    { code: 'APV-101', exit: 78 },
  );
});
