import type { Contract } from '../../../contract/contract.js';
import { openPack } from '../../../evidence/verify/open-pack.js';
import { recordedStreams } from '../../../evidence/recorded-streams.js';
import type { Exchange } from '../../../trace/exchange.js';
import type { Look, Trip } from '../../behaviour/trip.js';
import type { WireTrial } from '../wire-mutant.js';
import { alteringAnswers } from './altering-answers.js';
import { sentTrial } from './sent-trial.js';
import { mutantOfErrand, type WireErrand } from './wire-errand.js';

/** How an errand is run, and what its run is asked afterwards. */
export interface Sending {
  readonly trip: Trip;
  readonly look: Look<WireTrial>;
}

/** Long enough for an answer on a busy machine; a mutant that never answers is waited for as long. */
const answerWithinMs = 3000;

/** Prepares the run of an errand: its scenario, against a sound emulator that alters one answer as it leaves. */
export function sendErrand(contract: Contract, errand: WireErrand): Sending {
  const mutant = mutantOfErrand(contract, errand);
  const { variation, altered } = alteringAnswers(contract, mutant, errand.exchange);
  const selection = { tags: null, scenarioId: errand.scenario, rows: null, order: 'defined' } as const;
  return {
    trip: { faults: [], environment: 'emulator', selection, around: variation, answerWithinMs },
    look: async ({ gate, results }, folder) =>
      sentTrial(mutant, {
        ...{ exitCode: gate.exitCode, altered: altered(), exchanges: await recorded(folder) },
        checks: results.flatMap(({ checks }) => checks),
      }),
  };
}

async function recorded(folder: string): Promise<readonly Exchange[]> {
  const exchanges: Exchange[] = [];
  for await (const exchange of recordedStreams(await openPack(folder)).exchanges()) exchanges.push(exchange);
  return exchanges;
}
