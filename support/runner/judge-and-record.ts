import type { ExchangeSink } from '../client/client.js';
import type { Judgement } from '../contract/finding.js';
import type { Exchange } from '../trace/exchange.js';
import type { Recorder } from '../trace/recorder.js';

/** What every finished exchange passes through, in order. */
export interface ExchangePath {
  readonly judge: (exchange: Exchange) => Judgement;
  readonly recorder: Recorder;
  /** Told of the raw, judged exchange before it is released. */
  readonly listeners: ReadonlySet<(exchange: Exchange) => void>;
}

/** The one way an exchange takes: judged on raw values in memory, masked and written, told to the listeners. */
export function judgeAndRecord({ judge, recorder, listeners }: ExchangePath): ExchangeSink {
  return async (exchange) => {
    const judged: Exchange = { ...exchange, judgement: judge(exchange) };
    await recorder.exchange(judged);
    for (const listener of listeners) listener(judged);
    return judged;
  };
}
