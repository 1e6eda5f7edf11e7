import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { loadConfiguration } from './load-configuration.js';
import { digestOf } from './run-settings.js';

describe('the production env-file', () => {
  let cwd = '';
  before(async () => {
    cwd = await mkdtemp(join(tmpdir(), 'axys-production-'));
    await writeFile(join(cwd, 'mine.json'), '{ "program": "Mine" }');
    await writeFile(join(cwd, 'other.json'), '{ "program": "Other" }');
  });
  after(() => rm(cwd, { recursive: true, force: true }));

  const load = async (text: string, environment: NodeJS.ProcessEnv = {}, program?: string) => {
    await writeFile(join(cwd, 'production.env'), text);
    const flags = program === undefined ? {} : { program };
    const own = { AXYS_PRODUCTION_ENV_FILE: 'production.env', ...environment };
    return (await loadConfiguration({ environment: own, flags, cwd })).production;
  };

  it('is read as production would read it, and credentials may still be missing', async () => {
    const settings = await load('AXYS_ENV=production\nAXYS_PROGRAM=mine.json\n');
    assert.equal(settings?.environment, 'production');
    assert.equal(settings.baseUrl?.href, 'https://production.api.axyscards.com/v2');
    assert.deepEqual([settings.apiKey, settings.certificate, settings.nextCertificate], [null, null, null]);
    assert.equal(settings.documents.AXYS_PROGRAM, digestOf('{ "program": "Mine" }'));
  });

  it('gets the documents that flag and process environment name, for they win over every env-file', async () => {
    const text = 'AXYS_ENV=production\nAXYS_PROGRAM=mine.json\n';
    const other = digestOf('{ "program": "Other" }');
    assert.equal((await load(text, {}, 'other.json'))?.documents.AXYS_PROGRAM, other);
    assert.equal((await load(text, { AXYS_PROGRAM: 'other.json' }))?.documents.AXYS_PROGRAM, other);
  });

  it('keeps its own address and credentials whatever the process environment says', async () => {
    const settings = await load('AXYS_ENV=production\nAXYS_API_KEY=axk_live\n', { AXYS_API_KEY: 'axk_staging' });
    assert.deepEqual([settings?.environment, settings?.apiKey], ['production', 'axk_live']);
  });

  const refused: readonly (readonly [string, string, string])[] = [
    ['a host of staging', 'AXYS_ENV=production\nAXYS_BASE_URL=https://staging.api.axyscards.com/v2\n', 'CFG-109'],
    ['an unknown environment', 'AXYS_ENV=live\n', 'CFG-109'],
    ['a misspelt name', 'AXYS_ENV=production\nAXYS_APIKEY=x\n', 'CFG-103'],
    ['a certificate that is not there', 'AXYS_ENV=production\nAXYS_CERT_PATH=a\nAXYS_KEY_PATH=b\n', 'CFG-108'],
    ['a document that is not there', 'AXYS_ENV=production\nAXYS_CONTRACT_OVERLAY=none.yaml\n', 'CFG-108'],
  ];
  for (const [what, text, code] of refused) {
    it(`with ${what} is a configuration error`, async () => {
      await assert.rejects(load(text), { code, exit: 78 });
    });
  }
});
