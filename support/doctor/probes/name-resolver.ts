import { Resolver } from 'node:dns/promises';
import { errorCode } from '../../config/read-problem.js';

/** Looks names up in both directions. Null means that no resolver answered; empty that there is no such record. */
export interface NameResolver {
  addressesOf(name: string): Promise<readonly string[] | null>;
  namesOf(address: string): Promise<readonly string[] | null>;
}

/** Codes of an answer that says "there is none". */
const absent: ReadonlySet<string | null> = new Set(['ENOTFOUND', 'ENODATA']);

/** The resolvers this machine is set up with, each asked at most twice for two seconds. */
export function systemNameResolver(): NameResolver {
  return nameResolver(new Resolver({ timeout: 2000, tries: 2 }));
}

/** Asks with a resolver of Node. */
export function nameResolver(resolver: Resolver): NameResolver {
  return {
    addressesOf: async (name) => {
      const [four, six] = await Promise.all([ask(() => resolver.resolve4(name)), ask(() => resolver.resolve6(name))]);
      return four === null && six === null ? null : [...(four ?? []), ...(six ?? [])];
    },
    namesOf: (address) => ask(() => resolver.reverse(address)),
  };
}

async function ask(question: () => Promise<readonly string[]>): Promise<readonly string[] | null> {
  try {
    return await question();
  } catch (error) {
    return absent.has(errorCode(error)) ? [] : null;
  }
}
