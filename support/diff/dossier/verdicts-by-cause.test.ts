import assert from 'node:assert/strict';
import { test } from 'node:test';
import { comparisonLines } from './comparison-lines.js';
import type { DossierChange } from './dossier.js';
import { someComparison } from './testing/sample-comparison.js';
import { verdictsByCause } from './verdicts-by-cause.js';

const [sample] = someComparison('a sentence').dossier.changes.filter(({ source }) => source === 'verdict');

function advised(id: string, fingerprint: string, caused: string | null): DossierChange {
  assert.ok(sample !== undefined);
  const proofs = caused === null ? [] : [{ what: 'change 812a1dfcd3d1', old: null, new: caused }];
  return {
    ...sample,
    ...{ rule: 'row-now-with-advisory', class: 'conditionally-breaking', fingerprint, requirements: [id], open: true },
    words: `row ${id} is now demonstrated-with-advisory, was demonstrated`,
    causes: [{ kind: 'target-answered-differently', words: 'the target answered differently', proofs }],
  };
}

const hint = 'createCardholder success /body/hint is a new member, which the contract does not name';
const changes = [
  advised('TM-01', '000000000001', hint),
  advised('TM-02', '000000000002', hint),
  advised('TM-03', '000000000003', hint),
  advised('TM-04', '000000000004', null),
];

test('verdicts that changed for one reason are told once, with how many, and the others by themselves', () => {
  const told = verdictsByCause(changes);
  assert.deepEqual(
    told.map(({ words, changes: members }) => [words, members.length]),
    [
      [`3 x row-now-with-advisory: ${hint}`, 3],
      ['row TM-04 is now demonstrated-with-advisory, was demonstrated', 1],
    ],
  );
  assert.deepEqual(
    verdictsByCause(changes.slice(2)).map(({ changes: members }) => members.length),
    [1, 1],
  );
});

test('the result screen says the one reason, and counts every change', () => {
  const { dossier } = someComparison('a sentence');
  const counts = { ...dossier.counts, 'conditionally-breaking': { all: 4, open: 4 } };
  const { lines } = comparisonLines({ ...dossier, changes, counts });
  const text = lines.map(([, line]) => line).join('\n');
  assert.equal(text.split('row-now-with-advisory').length - 1, 1, text);
  assert.match(
    text,
    /conditionally-breaking 3 x row-now-with-advisory: createCardholder .*; target answered differently \(/,
  );
  assert.match(text, /4 conditionally-breaking \(4 open\)/);
});
