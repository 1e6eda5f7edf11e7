import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, beforeEach, describe, it } from 'node:test';
import { ownContractPath } from '../config/own-contract-path.js';
import { systemClock } from '../config/system-clock.js';
import { loadContract } from '../contract/load-contract.js';
import type { RunningEmulator } from '../emulator/emulator.js';
import type { ProgramNames } from '../emulator/pki/emulator-pki.js';
import { makeIdentity, pemOf, type Identity, type IdentityRequest } from '../emulator/pki/identity.js';
import type { PlatformIdentities } from '../emulator/pki/platform-identities.js';
import { startEmulator } from '../emulator/start-emulator.js';
import { harnessParts, type HarnessParts } from '../runner/harness-parts.js';
import { writeHandover, type Handover } from './handover.js';
import { capturedIo, type CapturedIo } from './captured-io.js';
import { main } from './main.js';
import { startBreakableProxy, type BreakableProxy, type ProxyMood } from './test-kit/breakable-proxy.js';
import { runHere } from './test-kit/here.js';

/** A name that nobody resolves (RFC 6761): only the proxy knows where it leads. */
const host = 'platform.axys-certify.invalid';

/** Waits shortly between tries, so that five of them take no quarter of a minute; a deadline keeps its length. */
const hasty: HarnessParts = {
  ...harnessParts,
  clock: {
    now: () => harnessParts.clock.now(),
    sleep: (ms, signal) => harnessParts.clock.sleep(ms < 10_000 ? Math.min(ms, 50) : ms, signal),
  },
};

/** Certificates of an authority that is not our emulator's: a target with that one is no staging, whatever it is called. */
async function identitiesOf(served: ProgramNames, neighbour: ProgramNames, now: number): Promise<PlatformIdentities> {
  const make = (subject: IdentityRequest['subject'], usage: IdentityRequest['usage'], issuer: Identity | null) => {
    const alternativeNames = usage === 'authority' ? [] : ([{ type: 'dns', value: host }] as const);
    return makeIdentity({ subject, serialNumber: '1f', alternativeNames, usage, now }, issuer);
  };
  const authority = await make([{ CN: 'Somebody Else' }], 'authority', null);
  const client = async ({ tenant, program }: ProgramNames) => ({
    ...(await pemOf(await make([{ O: tenant }, { OU: program }, { CN: 'localhost' }], 'client', authority))),
    passphrase: null,
  });
  return {
    authority: (await pemOf(authority)).certificate,
    server: await pemOf(await make([{ CN: host }], 'server', authority)),
    ...{ certificate: await client(served), nextCertificate: await client(served) },
    foreignCertificate: await client(neighbour),
  };
}

/** An emulator that is reached by that name, as staging. */
async function startPlatform(): Promise<RunningEmulator> {
  return startEmulator({
    contract: await loadContract({ contractPath: ownContractPath, overlayPath: null, given: false }),
    ...{ port: 0, seed: 7, timeScale: 3600, production: false, faults: [], vary: [], allowIps: ['127.0.0.1'] },
    ...{ profile: null, accessLog: null, clock: systemClock },
    identities: ({ served, neighbour }, now) => identitiesOf(served, neighbour, now),
  });
}

describe('a platform behind an HTTP proxy', () => {
  let cwd = '';
  let platform: RunningEmulator;
  let handover: Handover;
  let proxy: BreakableProxy;
  before(async () => {
    cwd = await mkdtemp(join(tmpdir(), 'axys-through-proxy-'));
    await mkdir(join(cwd, 'reports/runs'), { recursive: true });
    platform = await startPlatform();
    handover = await writeHandover(join(cwd, 'own.env'), platform);
    proxy = await startBreakableProxy(Number(new URL(platform.url).port));
    const own = await readFile(join(cwd, 'own.env'), 'utf8');
    const named = own
      .replace(/^AXYS_ENV=.*$/m, 'AXYS_ENV=staging')
      .replace(/^AXYS_BASE_URL=.*$/m, `AXYS_BASE_URL=https://${host}/v2`);
    await writeFile(join(cwd, 'staging.env'), named);
  });
  after(async () => {
    await proxy.close();
    await handover.remove();
    await platform.close();
    await rm(cwd, { recursive: true, force: true });
  });
  beforeEach(() => {
    proxy.mood = () => 'opens';
    proxy.breaks = () => false;
  });

  const runs = async () => (await readdir(join(cwd, 'reports/runs'))).filter((name) => /^run-[^.]+$/.test(name));

  /** A command with its environment, which alone names a proxy; `meanwhile` may interrupt it. Gives the run that it made as well. */
  const here = async (args: readonly string[], direct = false, meanwhile: ((io: CapturedIo) => void) | null = null) => {
    const line = { HTTPS_PROXY: `http://joe:open-sesame@127.0.0.1:${proxy.port}` };
    const captured = capturedIo(cwd, { PATH: cwd, ...(direct ? {} : line) });
    meanwhile?.(captured);
    const flags = ['--env-file', 'staging.env', '--allow-host', host];
    // Ids tell no order: several runs begin within a second.
    const known = new Set(await runs());
    const code = await main([...args, ...flags], { ...captured.io, parts: hasty });
    const made = (await runs()).find((name) => !known.has(name)) ?? '';
    return { code, made, stderr: captured.stderr(), said: captured.stdout() + captured.stderr() };
  };
  const certify = (...flags: readonly string[]) => here(['run', '--parallel', '1', ...flags]);
  const verified = async () => {
    const pack = await runHere(['verify', 'reports/latest'], cwd);
    assert.equal(pack.code, 0, pack.said);
  };

  it('is tested through its tunnel, and the password of the proxy is written nowhere', async () => {
    const run = await certify('--tags', '@TM-01 or @TM-10');
    assert.equal(run.code, 0, run.said);
    await verified();
    assert.deepEqual([...new Set(proxy.asked)], [`${host}:443`]);
    const folder = join(cwd, 'reports/runs', run.made);
    assert.match(await readFile(join(folder, 'exchanges/connections.ndjson'), 'utf8'), /"route":"proxy"/);
    assert.doesNotMatch(run.said, /open-sesame/);
    for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const text = await readFile(join(entry.parentPath, entry.name), 'latin1');
      assert.doesNotMatch(text, /open-sesame|am9lOm9wZW4tc2VzYW1l/, entry.name);
    }
  });

  const unreached: readonly (readonly [string, ProxyMood | null, RegExp, RegExp])[] = [
    ['the proxy asks for a password', 'asks for a password', /with 407/, /DOC-204/],
    ['the proxy drops every line', 'drops the line', /AXYS_TUNNEL_BROKEN: the proxy dropped the line/, /DOC-204/],
    ['no proxy is named, and the name resolves nowhere', null, /ENOTFOUND|EAI_AGAIN/, /DOC-201/],
  ];
  for (const [what, mood, detail, layer] of unreached)
    it(`creates nothing where ${what}, and doctor says which layer fails`, async () => {
      proxy.mood = () => mood ?? 'opens';
      const run = await here(['run', '--parallel', '1', '--tags', '@TM-01'], mood === null);
      assert.equal(run.code, 77, run.said);
      assert.match(run.stderr, /^GRD-107: /m);
      const asked = await readFile(join(cwd, 'reports/runs', run.made, 'exchanges/exchanges.ndjson'), 'utf8');
      assert.match(asked, detail);
      assert.doesNotMatch(asked, /"operationId":"createCardholder"/);
      const told = await here(['doctor'], mood === null);
      assert.equal(told.code, 1, told.said);
      assert.match(told.said, layer);
      assert.doesNotMatch(run.said + told.said, /open-sesame/);
    });

  it('reads on where the proxy drops every line in the middle, and the next two that are asked for', async () => {
    let [pieces, broken] = [0, 0];
    proxy.breaks = () => {
      pieces += 1;
      if (pieces === 8) broken = proxy.asked.length;
      return pieces === 8;
    };
    proxy.mood = (tunnel) => (broken > 0 && tunnel <= broken + 2 ? 'drops the line' : 'opens');
    const run = await certify('--tags', '@TM-10');
    assert.ok(pieces > 10 && proxy.asked.length > broken + 2, `${pieces} pieces`);
    assert.equal(run.code, 0, run.said);
    await verified();
  });

  it('can be stopped while the proxy is away, and gone on with through it', async () => {
    let pieces = 0;
    proxy.breaks = () => {
      pieces += 1;
      if (pieces === 20) proxy.mood = () => 'asks for a password';
      return pieces === 20;
    };
    const tags = ['--tags', '@TM-10 or @TM-24'];
    const run = await here(['run', '--parallel', '1', ...tags], false, (io) => {
      const timer = setInterval(() => {
        if (/waiting for the target to be reached/.test(io.stderr())) {
          clearInterval(timer);
          io.interrupt();
        }
      }, 5);
    });
    assert.equal(run.code, 2, run.said);
    await verified();
    const runId = run.made;
    assert.match(run.stderr, new RegExp(`To go on: axys-certify run --resume ${runId} `));
    proxy.mood = () => 'opens';
    proxy.breaks = () => false;
    // The call that was under way is lost, and nobody repeats it; everything else goes on from where the run stood.
    const resumed = await here(['run', '--resume', runId]);
    assert.equal(resumed.code, 2, resumed.said);
    const [, all, lost, passed] = /Scenarios: (\d): (\d) inconclusive, (\d) pass/.exec(resumed.said) ?? [];
    assert.ok(Number(lost) >= 1 && Number(lost) + Number(passed) === Number(all) && Number(passed) >= 3, resumed.said);
    await verified();
  });
});
