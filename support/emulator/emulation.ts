import { loadLifecycles } from '../lifecycle/load-lifecycles.js';
import type { LifecycleName } from '../lifecycle/lifecycle.js';
import { createStateMachine, type StateMachine } from '../lifecycle/state-machine.js';
import type { Json } from '../trace/exchange.js';
import type { Bookkeeping } from './program.js';
import { handlers } from './handlers.js';
import type { Handlers } from './http/call.js';
import { checkCall } from './http/check-call.js';
import { programOf } from './http/credentials.js';
import { isAbsent } from './http/router.js';
import type { Announce } from './three-d-secure/callbacks.js';

/** One that the platform's authority signed, any whoever signed it, or none. */
export type CertificateNeeded = 'of-its-authority' | 'any' | 'none';

/**
 * The places at which the emulator decides, books, answers, calls back and admits. What is given here is all it does; a
 * seeded fault replaces one of them and leaves the rest alone.
 */
export interface Emulation {
  /** Behaviour by operationId. */
  readonly handlers: Handlers;
  /** Which change of state a call or an event may cause. */
  readonly machines: Readonly<Record<LifecycleName, StateMachine>>;
  /** What is posted to which account when something moves money. */
  readonly book: Bookkeeping;
  /** What a callback for a new code says; null sends none. */
  readonly announce: Announce;
  /** The calls that are made for one callback. */
  readonly deliveries: (body: Json) => readonly Json[];
  /** The id that stands for a usual one: another for each. */
  readonly idOf: (usual: number) => number;
  /** The Program a caller acts for. */
  readonly admit: typeof programOf;
  /** Refuses a request that breaks the contract. */
  readonly checkCall: typeof checkCall;
  /** Whether a known operation does not exist in this environment. */
  readonly isAbsent: typeof isAbsent;
  /** Whose certificate a client has to show, or its TLS handshake fails. */
  readonly needsCertificate: CertificateNeeded;
}

/** The emulation without any fault. Throws the lifecycle loader's coded errors. */
export async function soundEmulation(): Promise<Emulation> {
  const tables = await loadLifecycles();
  return {
    handlers,
    machines: {
      cardholder: createStateMachine(tables.cardholder),
      card: createStateMachine(tables.card),
      deposit: createStateMachine(tables.deposit),
      otp: createStateMachine(tables.otp),
      transfer: createStateMachine(tables.transfer),
    },
    book: (booking) => [booking],
    announce: ({ cardId }) => ({ cardId }),
    deliveries: (body) => [body],
    idOf: (usual) => usual,
    admit: programOf,
    checkCall,
    isAbsent,
    needsCertificate: 'of-its-authority',
  };
}
