import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { CodedError } from '../messages/coded-error.js';
import type { Clock } from './clock.js';
import { loadProfile } from './load-profile.js';
import type { Profile } from './profile.js';

const base: Profile = {
  program: 'Base',
  programId: 42,
  currency: 'USD',
  transactionLimit: 1_000_000,
  capabilities: {
    physicalCards: true,
    bankRail: true,
    cryptoRail: true,
    wallets: true,
    threeDSecure: true,
    sumsub: false,
  },
  approvedSlots: [0],
  unapprovedSlot: 5,
  fundedWalletId: null,
  foreignCardholderId: null,
  webhookUrl: null,
  webhookListen: null,
  timing: { kycSeconds: 7200, depositSeconds: 3600, otpSeconds: 900, pollInitialMs: 500, pollMaxMs: 30_000 },
  attestations: [],
  waivers: [],
};

const clock: Clock = { now: () => Date.parse('2026-11-21T12:00:00.000Z'), sleep: () => Promise.resolve() };

describe('loadProfile', () => {
  let folder = '';
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'axys-profile-'));
  });
  after(() => rm(folder, { recursive: true, force: true }));

  const load = async (content: unknown) => {
    const file = join(folder, 'program.json');
    const plain = typeof content === 'string' || Buffer.isBuffer(content);
    await writeFile(file, plain ? content : JSON.stringify(content));
    return loadProfile(file, base, clock);
  };

  it('needs only the program; the rest comes from the base', async () => {
    assert.deepEqual(await load({ program: 'Mine' }), { ...base, program: 'Mine' });
  });

  it('merges capabilities and timing member by member and replaces lists', async () => {
    const profile = await load({
      program: 'Mine',
      capabilities: { wallets: false },
      timing: { kycSeconds: 0.5 },
      approvedSlots: [1, 2],
      fundedWalletId: 7,
    });
    assert.deepEqual(profile.capabilities, { ...base.capabilities, wallets: false });
    assert.deepEqual(profile.timing, { ...base.timing, kycSeconds: 0.5 });
    assert.deepEqual([profile.approvedSlots, profile.fundedWalletId], [[1, 2], 7]);
  });

  const mine = { program: 'Mine' };
  const rows: readonly (readonly [unknown, string, RegExp])[] = [
    ['{ "program": ', 'CFG-301', /value is expected.* at line 1, column 14/],
    ['{\n  "program": "x",\n}', 'CFG-301', /comma.* at line 3, column 1/],
    ["{ 'program': 1 }", 'CFG-301', /at line 1, column 3/],
    ['{ "program": "x" } // mine', 'CFG-301', /comment.* at line 1, column 20/],
    ['{ "program": "x", "program": "y" }', 'CFG-301', /there already at line 1, column 19/],
    ['{"program":"x","capabilities":{"wallets":true,"w\\u0061llets":false}}', 'CFG-301', /there already at line 1/],
    [Buffer.from('\uFEFF{ "program": "x" }', 'utf16le'), 'CFG-301', /UTF-16/],
    [Buffer.from('{ "program": "Caf\xe9" }', 'latin1'), 'CFG-301', /not UTF-8/],
    ['', 'CFG-301', /empty/],
    [{ ...mine, webhokUrl: null }, 'CFG-302', /\/webhokUrl/],
    [{ ...mine, capabilities: { wallet: true } }, 'CFG-302', /\/capabilities\/wallet/],
    [{ ...mine, timing: { kycMinutes: 1 } }, 'CFG-302', /\/timing\/kycMinutes/],
    [{ ...mine, attestations: [{ requirement: 'TM-42', by: 'x', on: '2026-11-21' }] }, 'CFG-303', /\/attestations\/0/],
    [
      { ...mine, attestations: [{ requirement: 'TM-99', by: 'x', on: '2026-11-21', statement: 's' }] },
      'CFG-303',
      /\/attestations\/0\/requirement/,
    ],
    [
      { ...mine, attestations: [{ requirement: 'TM-42', by: 'x', on: '2026-12-01', statement: 's' }] },
      'CFG-303',
      /\/attestations\/0\/on.*2026-12-01 has not come yet/,
    ],
    [
      { ...mine, attestations: [{ requirement: 'TM-42', by: ' ', on: '2026-11-21', statement: 's' }] },
      'CFG-303',
      /\/attestations\/0\/by/,
    ],
    [{ program: '  ' }, 'CFG-303', /\/program/],
    [{}, 'CFG-303', /program/],
    [[], 'CFG-303', /must be object/],
    [{ program: '' }, 'CFG-303', /\/program/],
    [{ ...mine, currency: 'usd' }, 'CFG-303', /\/currency/],
    [{ ...mine, transactionLimit: 10.5 }, 'CFG-303', /\/transactionLimit/],
    [{ ...mine, approvedSlots: [6] }, 'CFG-303', /\/approvedSlots\/0/],
    [{ ...mine, unapprovedSlot: 0 }, 'CFG-303', /\/unapprovedSlot/],
    [{ ...mine, timing: { otpSeconds: 0 } }, 'CFG-303', /\/timing\/otpSeconds/],
    [{ ...mine, timing: { pollInitialMs: 9 } }, 'CFG-303', /\/timing\/pollInitialMs/],
    [{ ...mine, timing: { pollMaxMs: 100 } }, 'CFG-303', /\/timing\/pollMaxMs/],
    [
      { ...mine, waivers: [{ requirement: 'TM-1', rule: 'r', reason: 'r', by: 'b', expires: 'soon' }] },
      'CFG-303',
      /waivers/,
    ],
    [{ ...mine, webhookUrl: 'http://example.test/otp', webhookListen: 'h:1' }, 'CFG-303', /\/webhookUrl/],
    [{ ...mine, webhookUrl: 'ftp://127.0.0.1/otp' }, 'CFG-303', /\/webhookUrl/],
    [{ ...mine, webhookUrl: 'https://example.test/otp' }, 'CFG-303', /\/webhookListen/],
    [{ ...mine, webhookListen: 'no-port' }, 'CFG-303', /\/webhookListen/],
  ];

  for (const [content, code, where] of rows) {
    it(`refuses ${JSON.stringify(content)} with ${code}`, async () => {
      await assert.rejects(load(content), (error) => {
        assert.ok(error instanceof CodedError);
        assert.deepEqual([error.code, error.exit], [code, 78]);
        assert.match(error.message, where);
        assert.notEqual(error.next, '');
        return true;
      });
    });
  }

  it('reads a file that begins with a byte order mark, as Windows writes it', async () => {
    assert.equal((await load('\uFEFF{ "program": "Mine" }')).program, 'Mine');
  });

  it('reads a list of objects that have the same members', async () => {
    const attestations = ['TM-42', 'TM-66'].map((requirement) => ({
      ...{ requirement, by: 'x', on: '2026-11-21', statement: 's' },
    }));
    assert.equal((await load({ ...mine, attestations })).attestations.length, 2);
  });

  for (const [content, says] of [
    [{ ...mine, capabilities: { physicalCards: 'yes' } }, /physicalCards.*, received "yes"\.$/],
    [{ ...mine, currency: 'CHF' }, /received "CHF"/],
    [{ ...mine, timing: { otpSeconds: -3 } }, /received -3\.$/],
    [{ ...mine, approvedSlots: 0 }, /received 0\.$/],
    [{ ...mine, transactionLimit: 4111111111111111.5 }, /received a number of \d+ digits/],
    [{ ...mine, currency: 'axk_9f8e7d6c5b4a9f8e7d6c5b4a' }, /received a string of 28 characters/],
    [{ ...mine, webhookUrl: 'mine' }, /webhookUrl.*received a string of 4 characters/],
    [{ ...mine, currency: { a: 1 } }, /received an object with 1 members/],
    [{}, /must have required property 'program'\.$/],
  ] as const) {
    it(`shows what came where it is short: ${JSON.stringify(content)}`, async () => {
      await assert.rejects(load(content), { code: 'CFG-303', message: says });
    });
  }

  it('names the nearest member and the accepted form', async () => {
    await assert.rejects(load({ ...mine, timing: { kycSecond: 1 } }), {
      next: 'The nearest known member is "kycSeconds"; accepted there: a positive number of seconds.',
    });
    await assert.rejects(load({ ...mine, currency: 'CHF' }), { next: 'Accepted: USD, CAD, GBP or EUR.' });
  });

  it('accepts loopback http, and https with a listening address', async () => {
    assert.equal((await load({ ...mine, webhookUrl: 'http://127.0.0.1:0/otp' })).webhookUrl, 'http://127.0.0.1:0/otp');
    const url = 'https://example.test/otp';
    assert.equal((await load({ ...mine, webhookUrl: url, webhookListen: '[::]:8080' })).webhookListen, '[::]:8080');
  });

  it('refuses a port that does not exist, and never quotes a file that is not JSON', async () => {
    const file = join(folder, 'odd.json');
    await writeFile(file, '{"program":"x","webhookListen":"0.0.0.0:99999"}');
    await assert.rejects(loadProfile(file, base, clock), { code: 'CFG-303' });
    await writeFile(file, 'sk_live_0123456789');
    await assert.rejects(loadProfile(file, base, clock), (error: Error) => !error.message.includes('sk_'));
  });
});
