import { Agent, request } from 'undici';
import type { ClientCertificate } from '../../config/client-certificate.js';
import type { EmulatorOptions } from '../emulator.js';
import { startEmulator } from '../start-emulator.js';
import { createFakeClock } from './fake-clock.js';
import { contract, validators, violationsIn } from './violations-in.js';
import type { Seen, Session } from './session.js';

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
