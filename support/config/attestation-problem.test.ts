import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { attestationProblem } from './attestation-problem.js';

const now = Date.parse('2026-11-21T15:00:00.000Z');
const attested = (requirement: string, on: string) => ({ requirement, by: 'A. Person', on, statement: 'seen' });

describe('attestations', () => {
  const rows: readonly (readonly [string, Parameters<typeof attestationProblem>[0], string | null])[] = [
    ['none', [], null],
    ['one of today', [attested('TM-42', '2026-11-21')], null],
    ['one of long ago', [attested('TM-42', '2025-01-31')], null],
    ['one of a day that has come elsewhere on earth', [attested('TM-42', '2026-11-22')], null],
    ['one of a day that has come nowhere', [attested('TM-42', '2026-11-23')], '/attestations/0/on'],
    [
      'a second one that lies in the future',
      [attested('TM-42', '2026-11-21'), attested('TM-28', '2027-01-01')],
      '/attestations/1/on',
    ],
    [
      'two for one row',
      [attested('TM-42', '2026-11-20'), attested('TM-42', '2026-11-21')],
      '/attestations/1/requirement',
    ],
  ];
  for (const [what, attestations, pointer] of rows) {
    it(`${what}: ${pointer ?? 'can stand'}`, () => {
      assert.equal(attestationProblem(attestations, now)?.pointer ?? null, pointer);
    });
  }
});
