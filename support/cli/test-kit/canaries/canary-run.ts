import { spawn } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packageRoot } from '../../../config/package-root.js';
import { systemClock } from '../../../config/system-clock.js';
import { ownContractPath } from '../../../config/own-contract-path.js';
import { loadContract } from '../../../contract/load-contract.js';
import type { RunningEmulator } from '../../../emulator/emulator.js';
import type { Variation } from '../../../emulator/variations/variation.js';
import { startStagingLike } from '../../../emulator/test-kit/staging-like/staging-like-server.js';
import { capturedIo } from '../../captured-io.js';
import { writeHandover } from '../../handover.js';
import { main } from '../../main.js';
import { runHere } from '../here.js';
import { standInJava } from '../stand-in-java.js';
import { Canaries } from './canary.js';
import { haystacksIn, type Haystack } from './outside-search.js';
import { plantCanaries } from './plant-canaries.js';

/** What a run against a server full of canaries left: everything that may hold one. */
export interface CanaryRun {
  readonly code: number | null;
  readonly printed: string;
  /** What `verify` says of the pack; null where a writer leaked, whose pack nobody trusts. */
  readonly verified: { readonly code: number | null; readonly printed: string } | null;
  readonly canaries: Canaries;
  /** Pack, zip, Allure report, console, access log of the emulator. */
  readonly haystacks: readonly Haystack[];
}

/** How the run is made. */
export interface CanaryRunOptions {
  readonly tags: string;
  /** Written unmasked into the run's folder while it is under way, given the API key: a writer of ours that forgets to mask. */
  readonly leak?: (apiKey: string) => string;
}

/**
 * Runs the harness against a server that plants canaries wherever an answer has room for them: in a process of its own, with
 * the machine's Java. Where a writer leaks, the run is made in this process, with a Java that reports at once.
 */
export async function runAmongCanaries({ tags, leak }: CanaryRunOptions): Promise<CanaryRun> {
  const folder = await mkdtemp(join(tmpdir(), 'axys-canaries-'));
  const [accessLog, work] = [join(folder, 'access.ndjson'), join(folder, 'work')];
  await mkdir(work);
  const canaries = new Canaries();
  let variation: Variation | null = null;
  const server = await startStagingLike(
    {
      contract: await loadContract({ contractPath: ownContractPath, overlayPath: null, given: false }),
      ...{ port: 0, seed: 9, timeScale: 2000, production: false, faults: [], allowIps: ['127.0.0.1'] },
      ...{ profile: null, accessLog, clock: systemClock },
    },
    [(asked, next) => (variation ?? assertFound())(asked, next)],
  );
  canaries.value('API key', server.apiKey);
  canaries.key('client key', server.certificate.privateKey);
  canaries.key('next client key', server.nextCertificate.privateKey);
  variation =
    leak === undefined
      ? plantCanaries({ canaries, secret: server.apiKey })
      : leaking(join(work, 'reports/runs'), leak(server.apiKey));
  const handover = await writeHandover(join(folder, 'server.env'), withSecretProfile(server, canaries));
  try {
    const secrets = await secretEnvironment(folder, canaries);
    const args = ['run', '--env-file', join(folder, 'server.env'), '--seed', '3', '--tags', tags];
    const { code, printed } =
      leak === undefined
        ? await runChild(args, work, secrets)
        : await runWithQuickJava(args, { folder, work, secrets });
    const verified = leak === undefined ? await verifiedHere(work) : null;
    const console: Haystack = { name: 'console', bytes: Buffer.from(printed) };
    const log: Haystack = { name: 'access log', bytes: await readFile(accessLog) };
    return { code, printed, verified, canaries, haystacks: [console, log, ...(await haystacksIn(work))] };
  } finally {
    await handover.remove();
    await server.close();
    await rm(folder, { recursive: true, force: true });
  }
}

function assertFound(): never {
  throw new Error('a request came before the server was ready');
}

/** Writes a text into the folder of the run that is under way, once. */
function leaking(runs: string, text: string): Variation {
  let written: Promise<void> | null = null;
  const write = async () => {
    const run = (await readdir(runs)).find((name) => name.startsWith('run-')) ?? assertFound();
    await writeFile(join(runs, run, 'logs/container.log'), text);
  };
  return async (asked, next) => {
    await (written ??= write());
    return next(asked);
  };
}

/** The server's profile, with card numbers and a key where people type freely. */
function withSecretProfile(server: RunningEmulator, canaries: Canaries): RunningEmulator {
  const attestation = {
    ...{ requirement: 'TM-42', by: `A. Person ${canaries.pan('card number of a witness')}`, on: '2026-01-02' },
    statement: `Seen with card ${canaries.pan('card number in an attestation')}, cvv 731, pin 8264`,
  };
  const program = `Program ${canaries.pan('card number in the name of the Program')}`;
  const secret = canaries.value('secret of the callback address', 'whurl_q8Zp41LmN0vXy77');
  const webhookUrl = `http://127.0.0.1:0/otp?secret=${secret}`;
  return { ...server, profile: { ...server.profile, program, webhookUrl, attestations: [attestation] } };
}

/** Variables of a run with everything secret that they may hold besides the env-file. */
async function secretEnvironment(folder: string, canaries: Canaries): Promise<Readonly<Record<string, string>>> {
  const { privateKey } = generateKeyPairSync('ed25519');
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  canaries.key('signing key', pem);
  const signing = join(folder, 'signing.pem');
  await writeFile(signing, pem, { mode: 0o600 });
  const password = canaries.value('password of the proxy', 'pr0xy-Passw0rd-7731');
  return { AXYS_SIGNING_KEY_PATH: signing, HTTPS_PROXY: `http://proxyuser:${password}@127.0.0.1:9` };
}

/** Everything else of the environment stays, since the Allure view needs the machine's Java. */
async function runChild(args: readonly string[], cwd: string, secrets: Readonly<Record<string, string>>) {
  const script = join(packageRoot(), 'dist/support/cli/axys-certify.js');
  const variables = Object.entries(secrets).map(([name, value]) => `${name}=${value}`);
  const child = spawn('env', [...variables, process.execPath, '--', script, ...args], { cwd });
  const printed: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => printed.push(text));
  }
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, printed: printed.join('') };
}

/** Where a run is made, and what its environment holds that is secret. */
interface Surroundings {
  readonly folder: string;
  readonly work: string;
  readonly secrets: Readonly<Record<string, string>>;
}

async function runWithQuickJava(args: readonly string[], { folder, work, secrets }: Surroundings) {
  const captured = capturedIo(work, { ...(await standInJava(folder, 'works')), ...secrets });
  const code = await main(args, captured.io);
  return { code, printed: captured.stdout() + captured.stderr() };
}

async function verifiedHere(work: string) {
  const { code, said } = await runHere(['verify', 'latest'], work);
  return { code, printed: said };
}
