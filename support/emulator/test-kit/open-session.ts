import { Agent, request } from 'undici';
import type { ClientCertificate } from '../../config/configuration.js';
import { loadContract, ownContractPath } from '../../contract/load-contract.js';
import { createJudge } from '../../contract/judge.js';
import { compileValidators } from '../../contract/validators.js';
import type { Body, Json } from '../../trace/exchange.js';
import type { EmulatorOptions, RunningEmulator } from '../emulator.js';
import { startEmulator } from '../start-emulator.js';
import { createFakeClock, type FakeClock } from './fake-clock.js';

const contract = await loadContract({ contractPath: ownContractPath, overlayPath: null, given: false });
const validators = compileValidators(contract);
const judge = createJudge(contract, validators);

/** What a test sees of an answer. */
export interface Seen {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** The JSON body, or the text when it is not JSON. */
  readonly body: Readonly<Record<string, unknown>>;
  readonly text: string;
}

/**
 * A running emulator with a client and its own time; one emulated second per real one. Every answer is judged against
 * the contract, and `close()` throws when one broke it.
 */
export interface Session {
  readonly emulator: RunningEmulator;
  readonly clock: FakeClock;
  /** Lets emulated seconds pass. */
  pass(seconds: number): void;
  call(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Seen>;
  /** A caller with other credentials; close it with `close()` of the session. */
  as(certificate: ClientCertificate | null, apiKey: string | null): Pick<Session, 'call'>;
  close(): Promise<void>;
}

/** Starts an emulator on port 0 with a fake clock and opens a connection pool to it. */
export async function openSession(options: Partial<EmulatorOptions> = {}): Promise<Session> {
  const clock = createFakeClock(Date.now());
  const emulator = await startEmulator({
    contract,
    validators,
    port: 0,
    seed: 1,
    timeScale: 1,
    production: false,
    faults: [],
    allowIps: ['127.0.0.1', '::1'],
    profile: null,
    accessLog: null,
    clock,
    ...options,
  });
  const agents: Agent[] = [];
  const violations: string[] = [];
  const as = (certificate: ClientCertificate | null, apiKey: string | null): Pick<Session, 'call'> => {
    const identity = certificate === null ? {} : { cert: certificate.certificate, key: certificate.privateKey };
    const agent = new Agent({ connect: { ca: emulator.serverCa, ...identity } });
    agents.push(agent);
    return {
      async call(...input) {
        const seen = await send(agent, emulator.url, apiKey, input);
        violations.push(...violationsIn(input, seen));
        return seen;
      },
    };
  };
  return {
    emulator,
    clock,
    as,
    pass: (seconds) => {
      clock.advance(seconds * 1000);
    },
    ...as(emulator.certificate, emulator.apiKey),
    async close() {
      await Promise.all(agents.map((agent) => agent.destroy()));
      await emulator.close();
      if (violations.length > 0) throw new Error(`answers break the contract:\n${violations.join('\n')}`);
    },
  };
}

async function send(
  dispatcher: Agent,
  base: string,
  apiKey: string | null,
  [method, path, body, headers]: Parameters<Session['call']>,
): Promise<Seen> {
  const answer = await request(`${base}${path}`, {
    dispatcher,
    method: method as 'GET',
    headers: {
      ...(apiKey === null ? {} : { 'x-api-key': apiKey }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await answer.body.text();
  const isJson = String(answer.headers['content-type']).startsWith('application/json');
  return {
    status: answer.statusCode,
    headers: answer.headers,
    text,
    body: (isJson ? JSON.parse(text) : {}) as Seen['body'],
  };
}

/** What in an answer breaks the contract, even as an advisory; requests are the tests' own business. */
function violationsIn([method, target, sent]: Parameters<Session['call']>, seen: Seen): readonly string[] {
  const [path = '', query = ''] = target.split('?');
  const operation = contract.match(method, path)?.operation;
  if (operation === undefined) return [];
  const headers = Object.entries(seen.headers).map(([name, value]) => [name, String(value)] as const);
  const judgement = judge({
    id: 'x-000001',
    scenario: null,
    operationId: operation.operationId,
    identity: 'program',
    startedAt: new Date(0).toISOString(),
    durationMs: 0,
    attempt: 1,
    request: {
      method,
      url: `https://127.0.0.1/v2${target}`,
      path,
      query: Object.fromEntries(new URLSearchParams(query)),
      headers: { 'content-type': 'application/json' },
      body: bodyOf(sent),
    },
    response: { status: seen.status, headers: Object.fromEntries(headers), body: answeredBody(seen) },
    failure: null,
    connection: null,
    expectedInvalid: 'the test may send what it likes',
    judgement: null,
  });
  const reason = judgement.outcome === 'not-judged' ? [judgement.reason] : [];
  const findings = judgement.findings.map(({ rule, where, message }) => `${rule} ${where}: ${message}`);
  return [...reason, ...findings].map((problem) => `${operation.operationId} ${seen.status} ${problem}`);
}

function bodyOf(sent: unknown): Body {
  if (sent === undefined) return { kind: 'none' };
  if (typeof sent === 'string') return { kind: 'text', text: sent, problem: 'sent as text' };
  return { kind: 'json', value: JSON.parse(JSON.stringify(sent)) as Json, duplicateKeys: [] };
}

function answeredBody({ text, headers }: Seen): Body {
  const isJson = String(headers['content-type']).startsWith('application/json');
  if (!isJson) return { kind: 'text', text, problem: 'not JSON by its media type' };
  return { kind: 'json', value: JSON.parse(text) as Json, duplicateKeys: [] };
}
