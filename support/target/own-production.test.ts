import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { loadConfiguration } from '../config/load-configuration.js';
import { systemRandomBytes } from '../config/random-bytes.js';
import { systemClock } from '../config/system-clock.js';
import { ownContractPath } from '../config/own-contract-path.js';
import { loadContract } from '../contract/load-contract.js';
import { compileValidators } from '../contract/validators.js';
import { createPki } from '../emulator/pki/emulator-pki.js';
import { defaultProfile } from '../config/default-profile.js';
import type { TargetOptions } from './target-options.js';
import { withOwnProduction } from './own-production.js';
import type { Target } from './target.js';

describe('the production that a practice target is compared with', () => {
  let options: TargetOptions;
  let target: Target;
  before(async () => {
    const contract = await loadContract({ contractPath: ownContractPath, overlayPath: null, given: false });
    const validators = compileValidators(contract);
    options = {
      contract,
      validators,
      clock: systemClock,
      randomBytes: systemRandomBytes,
      seed: 2 ** 32 - 1,
      timeScale: 1,
    };
    const pki = await createPki(systemClock.now());
    const baseUrl = new URL('https://127.0.0.1:1/v2');
    target = {
      ...{ environment: 'staging', class: 'loopback', baseUrl, apiKey: 'axk_of_staging', nextCertificate: null },
      ...{ certificate: await pki.issueClient({ tenant: 'Tenant', program: 'Program' }), serverCa: [] },
      ...{ profile: defaultProfile('staging', baseUrl), close: () => Promise.resolve() },
    };
  });
  const configuration = () => loadConfiguration({ environment: {}, flags: {}, cwd: '/' });

  it('belongs to the emulator where nobody names one, and shares no credential', async () => {
    const { production } = await withOwnProduction(target, await configuration(), options);
    assert.equal(production?.environment, 'production');
    assert.notEqual(production.apiKey, target.apiKey);
    assert.notEqual(production.certificate?.certificate, target.certificate.certificate);
    assert.notEqual(production.baseUrl?.href, target.baseUrl.href);
  });

  it('is left to the Program on a real target, and is nothing production itself is compared with', async () => {
    for (const other of [{ class: 'real' }, { environment: 'production' }] as const) {
      const opened = await withOwnProduction({ ...target, ...other }, await configuration(), options);
      assert.equal(opened.production, undefined);
    }
  });

  it('is the one the Program named, where it named one', async () => {
    const { production } = await withOwnProduction(target, await configuration(), options);
    assert.ok(production !== undefined);
    const named = { ...target, production };
    assert.equal((await withOwnProduction(named, await configuration(), options)).production, production);
  });
});
