import type { Pair } from './pair-builders.js';

const calls = (sent: string) => ({ deprecated: [], planned: ['listCards'], sent: ['listCards', sent] });

/** Evidence for the checks on what the harness itself does and is configured with. */
export const ownConductPairs: Readonly<Record<string, Pair>> = {
  'no-deprecated-call': {
    met: [],
    violated: [],
    arguments: calls('getCard'),
    violatedArguments: calls('notifyCardBlockchainDeposit'),
  },
};
