import type { PlannedScenario } from '../../planned-scenario.js';
import type { RunRecord } from '../../resume/run-record.js';
import { aResult } from '../../../verdict/testing/samples.js';
import type { CarriedPlan } from '../carried-plan.js';
import type { TakingRun } from '../carried-problems.js';
import type { EarlierRun } from '../read-carried.js';
import type { SettledScenario } from '../settled-scenarios.js';

/** Complete values for tests of carried evidence, each with what a test changes. */

const digest = 'a'.repeat(64);
const runId = 'run-20261110T080000Z-bbbbbb';
const startedAt = '2026-11-10T08:00:00.000Z';

const record: RunRecord = {
  ...{ runId, startedAt, seed: 1, selection: { tags: null, scenarioId: null, rows: null, order: 'defined' } },
  scenarios: ['cards/hold:block-a-card'],
  ...{ featuresSha256: digest, contractSha256: digest, programSha256: digest, profileSha256: digest },
  ...{ contractGiven: false, overlay: false },
  ...{ environment: 'emulator', baseUrl: 'https://127.0.0.1:4010/v2', embedded: false },
  ...{ credentials: '0123456789abcdef', harnessVersion: '0.1.0' },
};

/** A practice run on loopback whose evidence may be carried. */
export function anEarlierRun(change: Partial<EarlierRun> = {}): EarlierRun {
  return { record, targetClass: 'loopback', practice: true, claims: [], failedSteps: [], ...change };
}

/** A practice run of the same Program, eleven days later. */
export function aTakingRun(): TakingRun {
  return { record: { ...record, startedAt: '2026-11-21T08:00:00.000Z' }, targetClass: 'loopback', practice: true };
}

/** One scenario of the earlier run is taken over. */
export function aCarriedPlan(): CarriedPlan {
  return {
    source: { runId, startedAt, manifestSha256: digest, keyId: 'b'.repeat(64) },
    signerKeyId: null,
    scenarios: [{ id: 'cards/hold:block-a-card', runId, startedAt }],
  };
}

/** The scenario of TM-29 as a plan has it. */
export function aPlanned(change: Partial<PlannedScenario> = {}): PlannedScenario {
  return {
    ...{ id: 'cards/hold:block-a-card', name: 'Block a card', feature: 'cards/hold.feature', featureName: 'Hold' },
    ...{ uri: 'features/cards/hold.feature', line: 7, tags: ['@TM-29'], requirements: ['TM-29'] },
    steps: [{ text: 'an active card', keyword: 'Given', type: 'context' }],
    ...change,
  };
}

/** The same scenario with its result in the earlier run. */
export function aSettled(change: Partial<SettledScenario> = {}): SettledScenario {
  return { id: 'cards/hold:block-a-card', runId, startedAt, result: aResult(), planned: aPlanned(), ...change };
}
