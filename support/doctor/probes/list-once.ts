import { createClientIds } from '../../client/client-ids.js';
import { createClient } from '../../client/create-client.js';
import { productionRules } from '../../client/production-rules.js';
import type { Clock } from '../../config/clock.js';
import { packageVersion } from '../../config/package-root.js';
import type { RandomBytes } from '../../config/random-bytes.js';
import type { Contract } from '../../contract/contract.js';
import type { Target } from '../../target/target.js';
import type { Exchange } from '../../trace/exchange.js';

/**
 * Sends `GET /cardholders` exactly once, through the client a run uses, so that its production rules hold here too.
 * Nothing is recorded. Source: docs/sandbox-going-live.
 */
export async function listCardholdersOnce(
  target: Target,
  contract: Contract,
  { clock, randomBytes }: { readonly clock: Clock; readonly randomBytes: RandomBytes },
  interrupted: AbortSignal,
): Promise<Exchange> {
  const answered = new AbortController();
  const client = createClient({
    ...{ target, contract, productionRules, clock, version: packageVersion() },
    ids: createClientIds(randomBytes),
    sink: (exchange) => {
      // The client repeats a GET after 5xx and 429; whoever asks what is wrong wants the first answer.
      answered.abort(new Error('answered'));
      return Promise.resolve(exchange);
    },
  });
  try {
    const signal = AbortSignal.any([answered.signal, interrupted]);
    return await client.call('listCardholders', {}, { scenario: null, signal });
  } finally {
    await client.close();
  }
}
