import assert from 'node:assert/strict';
import { createPrivateKey, X509Certificate } from 'node:crypto';
import { request } from 'node:https';
import { after, before, describe, it } from 'node:test';
import { createLeapingTime } from '../../config/leaping-time.js';
import { loadConfiguration } from '../../config/load-configuration.js';
import { systemRandomBytes } from '../../config/random-bytes.js';
import { systemClock } from '../../config/system-clock.js';
import { ownContractPath } from '../../config/own-contract-path.js';
import { loadContract } from '../../contract/load-contract.js';
import { compileValidators } from '../../contract/validators.js';
import type { TargetOptions } from '../target-options.js';
import type { EmbeddedTarget } from '../target.js';
import { openEmbedded } from './embedded-target.js';

const hour = 3_600_000;

/** Date of the answer to a call of a target, milliseconds since the Unix epoch. The header tells emulated seconds. */
function dateOf({ baseUrl, apiKey, certificate, serverCa }: EmbeddedTarget): Promise<number> {
  const tls = { ca: [...serverCa], cert: certificate.certificate, key: certificate.privateKey };
  return new Promise((resolve, reject) => {
    request(`${baseUrl.href}/cardholders`, { ...tls, headers: { 'x-api-key': apiKey }, agent: false }, (answer) => {
      assert.equal(answer.statusCode, 200);
      answer.resume().once('end', () => resolve(Date.parse(answer.headers.date ?? '')));
    })
      .once('error', reject)
      .end();
  });
}

describe('the embedded emulator', () => {
  const time = createLeapingTime(systemClock);
  let options: TargetOptions;
  let target: EmbeddedTarget;
  const configuration = () => loadConfiguration({ environment: {}, flags: {}, cwd: '/' });
  before(async () => {
    const contract = await loadContract({ contractPath: ownContractPath, overlayPath: null, given: false });
    const served = { contract, validators: compileValidators(contract) };
    options = {
      ...served,
      clock: time.steady,
      time: time.shared,
      randomBytes: systemRandomBytes,
      seed: 7,
      timeScale: 1,
    };
    target = await openEmbedded(await configuration(), options);
  });
  after(() => target.close());

  it('is a target like any other, with a production that shares no credential with it', () => {
    const { profile, production } = target;
    assert.ok(Number.isInteger(profile.fundedWalletId) && Number.isInteger(profile.foreignCardholderId));
    assert.notEqual(production?.apiKey, target.apiKey);
    assert.notEqual(production?.certificate?.certificate, target.certificate.certificate);
    assert.notEqual(production?.baseUrl?.href, target.baseUrl.href);
  });

  it('makes a client certificate that nobody else signed', async () => {
    const { certificate = '', privateKey = '' } = (await target.unknownIssuer?.(systemClock.now())) ?? {};
    const made = new X509Certificate(certificate);
    assert.ok(made.verify(made.publicKey) && made.checkPrivateKey(createPrivateKey(privateKey)));
    assert.ok(target.serverCa.every((authority) => !made.verify(new X509Certificate(authority).publicKey)));
    const now = systemClock.now();
    assert.ok(Date.parse(made.validFrom) < now && now < Date.parse(made.validTo));
  });

  it('goes by the time of the run, leaps included', async () => {
    const second = 1000;
    for (const wait of [0, hour, hour]) {
      await time.leaping.sleep(wait);
      const earliest = time.steady.now();
      const shown = await dateOf(target);
      assert.ok(earliest - second <= shown && shown <= time.steady.now(), new Date(shown).toISOString());
    }
  });

  it('has let idle time pass before the next call', async () => {
    const earliest = time.steady.now();
    await target.passIdleTime?.();
    assert.ok((await dateOf(target)) > earliest + 60_000);
  });

  it('tells the secrets it served, and none of another one', async () => {
    const { apiKeys } = await target.servedSecrets();
    assert.ok(apiKeys.includes(target.apiKey));
    const other = await openEmbedded(await configuration(), { ...options, seed: 8 });
    try {
      assert.ok(!(await other.servedSecrets()).apiKeys.includes(target.apiKey));
      await dateOf(other);
      await dateOf(target);
    } finally {
      await other.close();
    }
  });

  it('is the same for the same seed, whoever had the thread before', async () => {
    const again = await openEmbedded(await configuration(), options);
    await again.close();
    assert.deepEqual([again.apiKey, again.profile], [target.apiKey, target.profile]);
    assert.notEqual(again.certificate.certificate, target.certificate.certificate);
  });

  it('answers nobody once it is closed, however often', async () => {
    const closed = await openEmbedded(await configuration(), options);
    await Promise.all([closed.close(), closed.close()]);
    await assert.rejects(dateOf(closed), { code: 'ECONNREFUSED' });
    assert.equal(closed.lost?.aborted, false);
  });

  it('that cannot be started says why, with its own code', async () => {
    const wrong = { ...options, timeScale: 0 };
    await assert.rejects(openEmbedded(await configuration(), wrong), { code: 'EMU-202', exit: 64 });
  });
});
