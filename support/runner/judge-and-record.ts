import type { ExchangeSink } from '../client/client.js';
import type { Judgement } from '../judgement/finding.js';
import type { Exchange } from '../trace/exchange.js';
import type { Recorder } from '../trace/recorder.js';

/** What every finished exchange passes through, in order. */
export interface ExchangePath {
  readonly judge: (exchange: Exchange) => Judgement;
  readonly recorder: Pick<Recorder<unknown>, 'exchange'>;
  /** Told of the exchange as it was written: whoever speaks of it in the evidence. */
  readonly readers: ReadonlySet<(written: Exchange) => void>;
  /** Told of the raw, judged exchange before it is released: scenarios, whose checks look at raw values. */
  readonly listeners: ReadonlySet<(exchange: Exchange) => void>;
}

/** The one way an exchange takes: judged on raw values in memory, masked and written, told to readers and listeners. */
export function judgeAndRecord({ judge, recorder, readers, listeners }: ExchangePath): ExchangeSink {
  return async (exchange) => {
    const judged: Exchange = { ...exchange, judgement: judge(exchange) };
    const written = await recorder.exchange(judged);
    for (const read of readers) read(written);
    for (const listener of listeners) listener(judged);
    return judged;
  };
}
