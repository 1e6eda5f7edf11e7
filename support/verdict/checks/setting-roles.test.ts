import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ComparedSetting, SettingRelation } from '../../config/compare-settings.js';
import { checkOf } from './all-checks.js';

type Relations = Record<ComparedSetting, SettingRelation>;

/** A staging Program before its audit: production's credentials are not issued yet. */
const beforeTheAudit: Relations = {
  ...{ AXYS_ENV: 'differs', AXYS_BASE_URL: 'differs', AXYS_API_KEY: 'only this run', AXYS_CERT_PATH: 'only this run' },
  ...{ AXYS_KEY_PATH: 'only this run', AXYS_KEY_PASSPHRASE: 'neither', AXYS_NEXT_CERT_PATH: 'only this run' },
  ...{ AXYS_NEXT_KEY_PATH: 'only this run', AXYS_CA_PATH: 'only this run', AXYS_PROGRAM: 'same' },
  ...{ AXYS_CONTRACT: 'neither', AXYS_CONTRACT_OVERLAY: 'neither' },
};

function outcome(changes: Partial<Relations>): string {
  const relations = { ...beforeTheAudit, ...changes };
  const evidence = { exchanges: [], arguments: { environment: 'production', relations } };
  return checkOf('only-credentials-differ').evaluate(evidence).outcome;
}

test('an overlay that confirms simulations, and the ids of a staging Program, stay behind in staging', () => {
  assert.equal(outcome({ AXYS_CONTRACT_OVERLAY: 'only this run' }), 'met');
  assert.equal(outcome({ AXYS_PROGRAM: 'differs' }), 'met');
  assert.equal(outcome({ AXYS_PROGRAM: 'only this run' }), 'met');
});

test('production is not judged by another contract than staging', () => {
  assert.equal(outcome({ AXYS_CONTRACT: 'differs' }), 'violated');
  assert.equal(outcome({ AXYS_CONTRACT_OVERLAY: 'differs' }), 'violated');
  assert.equal(outcome({ AXYS_CONTRACT_OVERLAY: 'only production' }), 'violated');
});
