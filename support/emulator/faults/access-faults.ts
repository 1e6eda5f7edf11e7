import { viewCardholder } from '../cardholders/view-cardholder.js';
import type { Credentials } from '../http/credentials.js';
import { Refusal } from '../http/refusal.js';
import { ok } from '../http/reply.js';
import type { Program } from '../program.js';
import type { Fault, Faults } from './fault.js';
import { behaving, together } from './plant-answers.js';
import { refusing } from './plant-decisions.js';

/** Faults of authentication, isolation, the production switch and support tickets. */
export const accessFaults: Faults = {
  'authentication/missing-key-accepted': admitting(({ apiKey }) => apiKey === null),
  'authentication/missing-key-writes': askingForKey((operationId) => /^(?:get|list)/.test(operationId)),
  'authentication/missing-key-reads-one': askingForKey((operationId) => !operationId.startsWith('get')),
  'authentication/missing-key-simulates': askingForKey((operationId) => !operationId.startsWith('simulate')),
  'authentication/missing-key-raises-tickets': askingForKey((operationId) => operationId !== 'createSupportTicket'),
  'authentication/wrong-key-accepted': admitting(({ apiKey }) => apiKey !== null),
  'authentication/certificate-not-asked-for': (sound) => ({
    ...admitting(({ certificateProgram }) => certificateProgram === null)(sound),
    needsCertificate: 'none',
  }),
  'authentication/any-issuer-accepted': (sound) => ({
    ...admitting(({ certificateProgram }) => certificateProgram === null)(sound),
    needsCertificate: 'any',
  }),
  'authentication/second-certificate-refused': oneCertificateOnly(),
  'isolation/other-cardholder-listed': listingEverywhere(),
  'isolation/other-cardholder-readable': readingEverywhere(),
  'production/simulation-present': together(
    (sound) => ({ ...sound, isAbsent: () => false }),
    behaving('simulateKycResult', () => ok({ status: 'success', result: {} })),
  ),
  'support/ticket-refused': refusing('createSupportTicket', () => true),
};

/** Callers whose credentials do not suffice act for the first Program all the same. */
function admitting(isMeant: (credentials: Credentials) => boolean): Fault {
  return (sound) => ({
    ...sound,
    admit: (credentials, programs) => {
      try {
        return sound.admit(credentials, programs);
      } catch (problem) {
        const [first] = programs.values();
        if (!(problem instanceof Refusal) || first === undefined || !isMeant(credentials)) throw problem;
        return first;
      }
    },
  });
}

/** Only these operations ask for a key; the others are open to anybody. */
function askingForKey(asks: (operationId: string) => boolean): Fault {
  return (sound) => {
    const strangers = new WeakSet<Program>();
    const admitted: Fault = (inner) => ({
      ...inner,
      admit: (credentials, programs) => {
        const program = inner.admit(credentials, programs);
        if (credentials.apiKey !== null) return program;
        const stranger = { ...program };
        strangers.add(stranger);
        return stranger;
      },
    });
    const keeping = behaving(Object.keys(sound.handlers).filter(asks), (call, program, handle) => {
      if (strangers.has(program)) throw new Refusal('unauthorised');
      return handle(call, program);
    });
    return keeping(admitted(admitting(({ apiKey }) => apiKey === null)(sound)));
  };
}

/** Whoever comes first with a Program's key pins its certificate; every other one is refused. */
function oneCertificateOnly(): Fault {
  return (sound) => {
    const pinned = new Map<string, string | null>();
    return {
      ...sound,
      admit: (credentials, programs) => {
        const program = sound.admit(credentials, programs);
        const { name } = program.settings;
        if (!pinned.has(name)) pinned.set(name, credentials.certificateSerial);
        if (pinned.get(name) !== credentials.certificateSerial) throw new Refusal('credential_mismatch');
        return program;
      },
    };
  };
}

/** Makes a fault that knows of every Program, whoever asks. */
function knowingAll(plant: (programs: ReadonlySet<Program>) => Fault): Fault {
  return (sound) => {
    const seen = new Set<Program>();
    const noticing: Fault = (inner) => ({
      ...inner,
      admit: (credentials, programs) => {
        for (const program of programs.values()) seen.add(program);
        return inner.admit(credentials, programs);
      },
    });
    return plant(seen)(noticing(sound));
  };
}

/** A cardholder of any Program is read. */
function readingEverywhere(): Fault {
  return knowingAll((programs) =>
    behaving('getCardholder', (call, program, own) => {
      for (const owner of programs) {
        const cardholder = owner.store.cardholders.get(Number(call.pathId));
        if (cardholder !== null) return ok(viewCardholder(owner, cardholder));
      }
      return own(call, program);
    }),
  );
}

/** The cardholders of every Program are listed. */
function listingEverywhere(): Fault {
  return knowingAll((programs) =>
    behaving('listCardholders', (call, program, list) => {
      const { cardholders } = program.store;
      const all = () => [...programs].flatMap(({ store }) => store.cardholders.all());
      return list(call, { ...program, store: { ...program.store, cardholders: { ...cardholders, all } } });
    }),
  );
}
