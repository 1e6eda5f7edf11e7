import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { VariableName } from '../config/environment-variables.js';

/** A target that does the same with every request. */
interface Behaviour {
  readonly answer: (request: IncomingMessage, response: ServerResponse) => void;
  /** True where the harness would wait for long, and more than once. */
  readonly waitsLong: boolean;
}

/** What a target does with every request, by the words of the features. */
export const badTargets = {
  'answers 200 with an empty object to everything': {
    answer: (_request, response) => void response.writeHead(200, { 'content-type': 'application/json' }).end('{}'),
    waitsLong: false,
  },
  'never answers': { answer: () => undefined, waitsLong: true },
  'closes every connection': { answer: ({ socket }) => void socket.destroy(), waitsLong: true },
} as const satisfies Readonly<Record<string, Behaviour>>;

/** Name of a target. */
export type BadTargetName = keyof typeof badTargets;

/** A bad target on loopback. Whoever starts it closes it. */
export interface BadTarget {
  /** Content of each file a run needs, by the variable that names the file. */
  readonly files: Readonly<Partial<Record<VariableName, string>>>;
  /** The other variables of a run. */
  readonly settings: Readonly<Partial<Record<VariableName, string>>>;
  close(): Promise<void>;
}

/** Starts a target with certificates of its own. `now` in milliseconds since the Unix epoch. */
export async function startBadTarget(name: BadTargetName, now: number): Promise<BadTarget> {
  // Loaded when needed: every run loads the steps of this file, and few start such a target.
  const { createPki } = await import('../emulator/pki/emulator-pki.js');
  const pki = await createPki(now);
  const client = await pki.issueClient({ tenant: 'Nobody', program: 'Nothing' });
  const { certificate: cert, privateKey: key } = pki.server;
  const tls = { cert, key, ca: pki.authority, requestCert: true, rejectUnauthorized: true };
  const server = createServer(tls, badTargets[name].answer);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return {
    files: { AXYS_CERT_PATH: client.certificate, AXYS_KEY_PATH: client.privateKey, AXYS_CA_PATH: pki.authority },
    settings: { AXYS_BASE_URL: `https://127.0.0.1:${String(port)}/v2`, AXYS_API_KEY: 'nobody-asks-for-it' },
    close: async () => {
      server.closeAllConnections();
      await new Promise<void>((closed) => server.close(() => closed()));
    },
  };
}
