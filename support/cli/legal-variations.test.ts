import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { loadVariations, type Company } from '../emulator/variations/variation-catalogue.js';
import { runStagingLike } from './test-kit/staging-like-run.js';
import { notDemonstrated, runVaried, slowly } from './test-kit/variation-run.js';

const entries = await loadVariations();
const companies = [...new Set(entries.map(({ company }) => company))];
const together = (company: Company) => entries.filter((entry) => entry.company === company);

describe('a server that answers otherwise, and legally so', () => {
  // Each on its own, and the likeliest over the whole matrix: npm run variations
  for (const company of companies) {
    it(`demonstrates the rows it meets: ${company}`, async () => {
      const { run, problems } = await runVaried(together(company));
      assert.deepEqual(problems, [], run.printed);
    });
  }

  it('demonstrates what takes time at a twentieth of the usual speed', async () => {
    const rows = ['TM-04', 'TM-05', 'TM-19', 'TM-45', 'TM-52'];
    const tags = rows.map((row) => `@${row}`).join(' or ');
    const { run } = await runVaried(together('usual'), { ...slowly, tags });
    assert.deepEqual(notDemonstrated(run), [], run.printed);
    for (const row of rows) assert.match(run.rows.get(row) ?? '', /^demonstrated/, `${row}: ${run.printed}`);
    assert.equal(run.code, 0, run.printed);
  });
});

describe('a row for people', () => {
  it('is none that a run should have demonstrated', () => {
    const rows = new Map([
      ['TM-42', 'not-demonstrated for people: The cardholder answers the SMS.'],
      ['TM-04', 'not-demonstrated not observed in 2'],
    ]);
    assert.deepEqual(notDemonstrated({ rows }), ['TM-04 not-demonstrated not observed in 2']);
  });
});

describe('a server that answers as no page allows', () => {
  it('is rejected for amounts that are off by one, in whatever form they come', async () => {
    const faults = ['data-sets/purchase-amount-off-by-one'];
    const run = await runStagingLike({ vary: ['decimal-implied-amounts'], faults, timeScale: 2000, tags: '@TM-61' });
    assert.equal(run.code, 1, run.printed);
    assert.match(run.rows.get('TM-61') ?? '', /^contradicted .*1235/);
  });

  it('is rejected for balances that are off by one although every check of the scenarios holds', async () => {
    const run = await runStagingLike({ vary: [], illegal: 'balances-off-by-one', timeScale: 2000, tags: '@TM-36' });
    assert.deepEqual(notDemonstrated(run), [], run.printed);
    assert.equal(run.code, 1, run.printed);
    assert.match(run.printed, /money-conserved .*booked-wrong-amount: card:\d+ shows ledger 25\.01/);
  });

  it('is rejected for a virtual card that starts in a state of neither page', async () => {
    const illegal = 'active-cards-read-on-hold';
    const run = await runStagingLike({ vary: [], illegal, timeScale: 2000, tags: '@TM-08' });
    assert.equal(run.code, 1, run.printed);
    assert.match(run.rows.get('TM-08') ?? '', /^contradicted .*issuerCardStatus 2/);
  });
});
