import { emulatorAuthority } from '../../emulator/pki/emulator-authority.js';
import type { Connection } from '../../trace/connection.js';
import type { ShownClass } from './origin.js';

interface ClassRule {
  readonly shown: ShownClass;
  readonly holds: (connection: Connection) => boolean;
  readonly why: (connection: Connection) => string;
}

/**
 * What a connection shows about its other end; the first rule that holds. Names count only where they speak against whoever
 * chose them: a certificate that says it is the emulator's makes the target an emulator, none makes it real.
 */
const rules: readonly ClassRule[] = [
  {
    shown: 'emulator',
    holds: ({ trust }) => trust === 'own-authority',
    why: () => 'this very process made the authority that the server showed',
  },
  {
    shown: 'loopback',
    holds: ({ route, sameMachine }) => route === 'direct' && sameMachine,
    why: ({ remoteAddress }) => `the connection ended at ${remoteAddress}, an address of this machine`,
  },
  {
    shown: 'emulator',
    holds: ({ chain }) => chain.some(({ issuer }) => issuer === `CN=${emulatorAuthority}`),
    why: () => 'an authority of our emulator issued the certificate that the server showed',
  },
  {
    shown: 'real',
    holds: ({ route }) => route === 'direct',
    why: ({ remoteAddress }) => `the connection ended at ${remoteAddress}, which is another machine`,
  },
  {
    shown: 'real',
    holds: ({ trust }) => trust === 'public-root',
    why: ({ host }) => `a proxy chose the address, and a public authority vouches for ${host}`,
  },
];

/** The class a connection shows, and why. */
export function classOfConnection(connection: Connection): { readonly shown: ShownClass; readonly why: string } {
  const rule = rules.find(({ holds }) => holds(connection));
  if (rule !== undefined) return { shown: rule.shown, why: rule.why(connection) };
  return {
    shown: 'unproven',
    why: `a proxy chose the address, and no public authority vouches for ${connection.host}`,
  };
}

/** The weakest first: one connection that shows less than the others decides. */
const weakestFirst: readonly ShownClass[] = ['emulator', 'loopback', 'unproven', 'real'];

/** What all accepted connections together show. */
export function weakest(classes: ReadonlyMap<ShownClass, string>): {
  readonly shown: ShownClass;
  readonly why: string;
} {
  for (const shown of weakestFirst) {
    const why = classes.get(shown);
    if (why !== undefined) return { shown, why };
  }
  return { shown: 'unproven', why: 'no connection to the target was accepted' };
}
