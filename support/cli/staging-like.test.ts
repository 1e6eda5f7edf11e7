import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  legalDeviations,
  usualDeviations,
  type LegalDeviationName,
} from '../emulator/test-kit/staging-like/deviations.js';
import { runStagingLike, type StagingLikeRun } from './test-kit/staging-like-run.js';

/** Deadlines short enough to wait out where nothing is meant to happen. */
const impatient = { kycSeconds: 8, depositSeconds: 8, otpSeconds: 8 };

const rows = (...numbers: readonly string[]) => numbers.map((number) => `@TM-${number}`).join(' or ');

/** What a run has to have said about open questions: the reading, by the question's id. */
type Readings = Readonly<Record<string, string>>;

function readingsSeen({ question }: StagingLikeRun, wanted: Readings): Readings {
  return Object.fromEntries(
    Object.keys(wanted).map((id) => [
      id,
      [...new Set(question(id).seen.map(({ reading }) => reading))].sort().join(', '),
    ]),
  );
}

/** Rows of a run that a person who only allows demonstrated ones would ask about. */
function notDemonstrated(run: StagingLikeRun): readonly string[] {
  const quiet = /^(demonstrated|out-of-scope|not-applicable)/;
  return [...run.rows].filter(([, outcome]) => !quiet.test(outcome)).map(([id, outcome]) => `${id} ${outcome}`);
}

/** Everything else a server may legally choose, in groups that get along, with the rows that meet it. */
const groups: Readonly<
  Record<
    string,
    { readonly deviations: readonly LegalDeviationName[]; readonly tags: string; readonly readings: Readings }
  >
> = {
  'other lifecycles': {
    deviations: [
      ...(['virtual-cards-start-inactive', 'submitting-reopens', 'contact-stays-editable'] as const),
      ...(['inactive-cards-suspend', 'slot-required', 'decimal-implied-amounts'] as const),
    ],
    tags: rows('02', '03', '06', '08', '26', '28', '29', '33', '38', '39', '55', '59', '61', '62'),
    readings: {
      'C-02': 'submit',
      'C-04': 'members',
      'C-05': 'not-activated',
      'C-07': 'suspended',
      'E-09': 'required',
      'U-06': 'decimal-implied',
    },
  },
  'other codes and delivery': {
    deviations: [
      ...(['changed-204', 'simulated-202', 'state-422', 'key-403', 'other-error-body', 'unhurried'] as const),
      ...(['rate-limited-without-a-word', 'creation-rate-limited-once', 'limit-lowered'] as const),
    ],
    tags: rows('06', '12', '21', '24', '29', '30', '31', '33', '41', '58', '70'),
    readings: {
      'K-03': 'unprocessable',
      'K-06': 'no-status',
      'K-16': 'lowered',
      'U-07': 'no-header',
      'U-10': 'forbidden',
    },
  },
  'other names and shapes': {
    deviations: [
      ...(['card-holder-names', 'wallet-balance-names', 'date-created-of-cards', 'unix-timestamps'] as const),
      ...(['text-trans-id', 'enveloped', 'listeners-by-cardholder', 'text-refusals'] as const),
      'submitting-reopens-despite-a-link',
    ],
    tags: rows('01', '03', '21', '24', '27', '48', '49', '52', '56', '63', '70'),
    readings: {
      'C-02': 'submit',
      'C-19': 'date-created',
      'E-06': 'cardholder-only',
      'E-07': 'short-lived',
      'E-11': 'card-holder-first-name',
      'E-16': 'wallet-names',
      'E-19': 'text',
      'K-05': 'enveloped',
      'O-14': 'unix-seconds',
    },
  },
  'refusals under 200, a bare status, wallets without a balance': {
    deviations: ['state-under-200', 'card-status-name', 'wallets-without-balance'],
    tags: rows('24', '29', '30', '47', '48', '49', '50', '63', '70'),
    readings: { 'E-16': 'none', 'E-22': 'status' },
  },
};

describe('a server that answers otherwise, and legally so', () => {
  it('passes in practice with the choices most likely to be met, and is told apart in questions.json', async () => {
    const run = await runStagingLike({ deviations: usualDeviations, timeScale: 500, timing: { pollMaxMs: 200 } });
    assert.equal(run.code, 0, run.printed);
    assert.equal(run.decision, 'practice-pass');
    const wanted = {
      'K-01': 'created, ok',
      'C-06': 'ethereum',
      'U-07': 'retry-after',
      'C-02': 'refresh',
      'C-05': 'active',
    };
    assert.deepEqual(readingsSeen(run, wanted), wanted);
    assert.match(run.question('U-03').answer, /Validation gives 422 \(422 /);
    assert.match(run.question('K-01').answer, /calls that create: 201 \(201 /);
    for (const id of ['K-01', 'C-06', 'U-03', 'U-07']) assert.ok(run.question(id).exchangeIds.length > 0, id);
  });

  it('demonstrates what takes time at a twentieth of the usual speed', async () => {
    // The whole matrix at that speed takes two minutes: .ci/staging-like.mjs
    const slow = { timeScale: 100, timing: { pollMaxMs: 300 }, tags: rows('19', '45', '52') };
    const run = await runStagingLike({ deviations: usualDeviations, ...slow });
    assert.deepEqual(notDemonstrated(run), [], run.printed);
    assert.equal(run.code, 0, run.printed);
  });

  for (const [name, { deviations, tags, readings }] of Object.entries(groups)) {
    it(`demonstrates the rows it meets with ${name}`, async () => {
      const run = await runStagingLike({ deviations, timeScale: 2000, tags, timing: impatient });
      assert.deepEqual(notDemonstrated(run), [], run.printed);
      assert.equal(run.code, 0, run.printed);
      assert.deepEqual(readingsSeen(run, readings), readings);
    });
  }

  it('is tried with every legal difference there is', () => {
    const tried = [...usualDeviations, ...Object.values(groups).flatMap(({ deviations }) => deviations)];
    assert.deepEqual(Object.keys(legalDeviations).toSorted(), tried.toSorted());
  });
});

describe('a server that answers as no page allows', () => {
  it('is rejected for amounts that are off by one, in whatever form they come', async () => {
    const deviations = ['amounts-off-by-one', 'decimal-implied-amounts'] as const;
    const run = await runStagingLike({ deviations, timeScale: 2000, tags: rows('61') });
    assert.equal(run.code, 1, run.printed);
    assert.match(run.rows.get('TM-61') ?? '', /^contradicted .*1235/);
  });

  it('is rejected for balances that are off by one although every check of the scenarios holds', async () => {
    const run = await runStagingLike({ deviations: ['balances-off-by-one'], timeScale: 2000, tags: rows('36') });
    assert.deepEqual(notDemonstrated(run), [], run.printed);
    assert.equal(run.code, 1, run.printed);
    assert.match(run.printed, /money-conserved .*booked-wrong-amount: card:\d+ shows ledger 25\.01/);
  });

  it('is rejected for a virtual card that starts in a state of neither page', async () => {
    const run = await runStagingLike({ deviations: ['active-cards-read-on-hold'], timeScale: 2000, tags: rows('08') });
    assert.equal(run.code, 1, run.printed);
    assert.match(run.rows.get('TM-08') ?? '', /^contradicted .*issuerCardStatus 2/);
  });
});
