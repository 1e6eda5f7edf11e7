import type { CallInput, CallOptions } from '../../../client/client.js';
import { describeCall } from '../../../client/describe-call.js';
import type { OperationId } from '../../../client/typed-call.js';
import { ownContractPath } from '../../../config/own-contract-path.js';
import { loadContract } from '../../../contract/load-contract.js';
import type { RunContext } from '../../../runner/run-context.js';
import type { Exchange, Json } from '../../../trace/exchange.js';
import type { PlainEvent } from '../../../trace/journal-event.js';
import { exchangeOf } from '../../../trace/test-kit/exchange-of.js';

/** A call that reached the scripted target. */
export interface SentCall {
  readonly operationId: string;
  readonly input: CallInput;
}

/** Says a JSON body of a 200, or a status without a body. */
export type Script = (call: SentCall, earlier: readonly SentCall[]) => Json | number;

/** When the clock of a scripted run begins, Unix milliseconds. */
export const scriptedStart = Date.parse('2026-01-01T00:10:00.000Z');

let loaded: ReturnType<typeof loadContract> | undefined;
const baseUrl = new URL('https://127.0.0.1/v2');

/** For unit tests: a run over the real contract whose target is a script and whose sleeps end at once, moving the clock. */
export async function scriptedRun(script: Script) {
  const contract = await (loaded ??= loadContract({ contractPath: ownContractPath, overlayPath: null, given: false }));
  const [sent, journal, slept, sunk]: [SentCall[], PlainEvent[], number[], Exchange[]] = [[], [], [], []];
  let now = scriptedStart;
  let last = 900;
  const id = () => `x-${String((last += 1)).padStart(6, '0')}`;
  const commit = (event: PlainEvent) => Promise.resolve(void journal.push(event));
  const exchange = (operationId: OperationId, input: CallInput, options: Partial<CallOptions>): Exchange => ({
    ...exchangeOf({ id: id(), operationId, scenario: options.scenario ?? null }),
    ...(options.ordinal === undefined ? {} : { ordinal: options.ordinal }),
    request: describeCall(contract, baseUrl, operationId, input),
  });
  const sink = (one: Exchange): Exchange => {
    sunk.push(one);
    return one;
  };
  const context = {
    ...{ contract, target: { baseUrl }, since: null, signal: new AbortController().signal },
    ...{ journal: { commit }, ids: { exchange: id }, sink: (one: Exchange) => Promise.resolve(sink(one)) },
    recorder: { mask: (one: Exchange) => one, maskRecord: <T>(one: T) => one },
    budget: { draw: () => undefined, settle: () => undefined, recall: () => undefined },
    progress: { waiting: () => undefined },
    clock: {
      now: () => now,
      sleep: (ms: number) => {
        slept.push(ms);
        now += ms;
        return Promise.resolve();
      },
    },
    client: {
      call: (operationId: OperationId, input: CallInput, options: CallOptions) => {
        const said = script({ operationId, input }, [...sent]);
        sent.push({ operationId, input });
        const made = exchange(operationId, input, options);
        const body = { kind: 'json', value: said, duplicateKeys: [] } as const;
        const response =
          typeof said === 'number'
            ? { status: said, headers: {}, body: { kind: 'none' } as const }
            : { status: 200, headers: {}, body };
        return Promise.resolve({ ...made, response });
      },
    },
  };
  return { run: context as unknown as RunContext, exchange, sent, journal, slept, sunk };
}
