import { join } from 'node:path';
import type { Contract } from '../../contract/contract.js';
import { countsInWords } from '../../contract/object-kinds.js';
import { errorsOf } from '../../messages/coded-error.js';
import { evidenceMessages } from '../../messages/evidence-messages.js';
import { recorderFiles } from '../../trace/recorder-files.js';
import { shapeProblem } from '../../verdict/evidence-schema.js';
import type { DecidedRun } from '../decided-run.js';
import type { EvidenceFolder } from '../evidence-folder.js';
import { readExchanges } from '../read-exchanges.js';
import { collectLeftovers } from './collect-leftovers.js';
import type { Leftovers } from './leftovers.js';

const evidenceError = errorsOf(evidenceMessages, 'harnessError');

/** Writes `leftovers.json` from the recorded exchanges; throws EVD-102 rather than write another shape. */
export async function writeLeftovers(
  folder: EvidenceFolder,
  { facts }: Pick<DecidedRun, 'facts'>,
  contract: Pick<Contract, 'operations'>,
): Promise<Leftovers> {
  const exchanges = readExchanges(join(folder.root, recorderFiles.exchanges));
  const gone = facts.target.class === 'emulator';
  const leftovers = await collectLeftovers(exchanges, { runId: facts.runId, gone, contract });
  const problem = shapeProblem('leftovers', leftovers);
  if (problem !== null) throw evidenceError('EVD-102', { file: 'leftovers.json', ...problem });
  await folder.write('leftovers.json', `${JSON.stringify(leftovers, null, 2)}\n`);
  return leftovers;
}

/** One line for people: what stays on the target, or what went with it. */
export function leftoverLine({ kinds, uncertain, gone }: Leftovers): string {
  const counts = countsInWords(Object.fromEntries(kinds.map(({ kind, count }) => [kind, count])));
  const doubt = uncertain.length === 0 ? '' : `, and perhaps ${String(uncertain.length)} more (no answer came)`;
  const place = gone && kinds.length > 0 ? ' on the emulator, which is gone' : '';
  return `Left behind${place}: ${counts}${doubt} (leftovers.json)`;
}
