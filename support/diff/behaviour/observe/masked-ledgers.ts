import { recorderFiles } from '../../../trace/recorder-files.js';
import type { Redaction } from '../../../trace/mask/redaction.js';
import { carriedRoot } from '../../../evidence/carried-places.js';
import type { RecordedStreams } from '../../../evidence/recorded-streams.js';
import { parseJson } from '../../../evidence/verify/parse-json.js';

const carriedLedger = new RegExp(`^${carriedRoot}(?:.*/)?([^/]+)/${recorderFiles.redactions}$`);

/** The redaction ledger of a run and of everything it carried over; ids of carried exchanges name their run. */
export async function* maskedLedgers(streams: RecordedStreams): AsyncGenerator<Redaction> {
  for (const path of streams.filesIn(carriedRoot)) {
    const runId = carriedLedger.exec(path)?.[1];
    if (runId === undefined) continue;
    for (const line of (await streams.text(path)).split('\n')) {
      if (line === '') continue;
      const redaction = parseJson(line, path) as Redaction;
      yield { ...redaction, exchangeId: `${runId}/${redaction.exchangeId}` };
    }
  }
  yield* streams.redactions();
}
