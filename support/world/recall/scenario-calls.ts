import { describeCall } from '../../client/describe-call.js';
import type { Clock } from '../../config/clock.js';
import type { RunContext } from '../../runner/run-context.js';
import type { Exchange } from '../../trace/exchange.js';
import { labelIn } from '../../trace/run-label.js';
import { recordDisagrees, valueNotRecorded } from '../stop-scenario.js';
import { lacksValue } from './lacks-value.js';
import { isNeededRaw, recallRule, type CallBehind } from './recall-rules.js';
import { answerTo, type RecordedCall, type RecordedScenario } from '../../runner/resume/recorded-scenario.js';
import { recoverAnswer } from './recover-answer.js';
import { differenceOf } from './same-call.js';
import type { PlacedCall, ScenarioCall } from './scenario-call.js';

/**
 * The calls of one scenario, through which a stopped run goes on: what the record answers is handed back without sending
 * anything, a call whose answer was lost is decided by looking, and everything else is sent, writing calls after their
 * intent is on the disk.
 */
export class ScenarioCalls {
  /** Told of every recorded exchange that is handed back. */
  onRecalled: (exchange: Exchange) => void = () => undefined;
  /** The clock of waits: while the record answers, the time is that of the record and nothing sleeps. */
  readonly clock: Clock;
  private readonly recorded: Map<number, RecordedCall>;
  private readonly told = new Set<string>();
  private readonly resumed: boolean;
  private ordinal = 0;
  private recordTime: number | null = null;

  constructor(
    private readonly run: RunContext,
    private readonly scenario: string,
    private readonly record: RecordedScenario | null,
  ) {
    this.recorded = new Map(record?.calls);
    this.resumed = this.recorded.size > 0;
    this.clock = {
      now: () => this.timeOfRecord() ?? run.clock.now(),
      sleep: async (ms, signal) => {
        if (this.timeOfRecord() !== null) return;
        await run.target.passIdleTime?.();
        await (run.waits ?? run.clock).sleep(ms, signal);
      },
    };
  }

  /** Answers a call: from the record, or from the target. */
  async answer(call: ScenarioCall): Promise<Exchange> {
    const placed: PlacedCall = { ...call, scenario: this.scenario, ordinal: (this.ordinal += 1) };
    const recorded = this.recorded.get(placed.ordinal);
    if (recorded === undefined) return this.send(placed);
    const answer = answerTo(recorded);
    const rule = recallRule(placed.operationId, this.callsBehind(placed.ordinal));
    if (answer !== null && rule === 'hand-back') return this.handBack(placed, recorded, answer);
    if (answer !== null && rule === 'begin-anew') await this.cut(placed);
    else if (answer === null && recorded.intent !== null) {
      const found = await recoverAnswer(this.run, placed, recorded.intent, this.record?.exchanges ?? []);
      if (found !== null) {
        this.run.budget.recall(found);
        return this.shown(placed, found);
      }
    }
    return this.send(placed);
  }

  /**
   * Evidence as checks see it: masked all through once part of the scenario comes from the record, so that equal values
   * are equal on both sides.
   */
  evidence(exchanges: readonly Exchange[]): readonly Exchange[] {
    return this.resumed ? exchanges.map((exchange) => this.run.recorder.mask(exchange)) : exchanges;
  }

  /** Arguments of a check, masked like the evidence. */
  arguments<T>(values: T): T {
    return this.resumed ? this.run.recorder.maskRecord(values) : values;
  }

  /** Recorded exchanges of the scenario that no step was handed: they count for what they show all the same. */
  get untold(): readonly Exchange[] {
    return (this.record?.exchanges ?? []).filter(({ id, cleanUp }) => cleanUp !== true && !this.told.has(id));
  }

  private handBack(call: PlacedCall, { tries }: RecordedCall, answer: Exchange): Exchange {
    const difference = differenceOf(answer, this.imagined(call));
    if (difference !== null) throw recordDisagrees(call.ordinal, call.operationId, difference);
    for (const exchange of tries) {
      this.told.add(exchange.id);
      this.onRecalled(exchange);
    }
    this.run.budget.recall(answer);
    this.recordTime = Date.parse(answer.startedAt) + answer.durationMs;
    return answer;
  }

  private async send(call: PlacedCall): Promise<Exchange> {
    const { operationId, input, identity, expectedInvalid, scenario, ordinal } = call;
    const { budget, client, contract, journal, signal } = this.run;
    if (this.resumed && lacksValue(input)) throw valueNotRecorded(`a value that ${operationId} needs`);
    budget.draw(scenario, operationId);
    const safe = contract.operations.get(operationId)?.method === 'GET';
    if (!safe) {
      const label = labelIn(JSON.stringify(input));
      await journal.commit({ type: 'intent', scenario, ordinal, operationId, label });
    }
    const exchange = await client.call(operationId, input, {
      ...{ scenario, identity, ordinal },
      ...(expectedInvalid === null ? {} : { expectedInvalid }),
      // A writing call that has left is not cut off by a stop: its answer is worth more than the seconds.
      ...(safe ? { signal } : {}),
    });
    budget.settle(exchange);
    return this.shown(call, exchange);
  }

  /** Steps of a resumed scenario see masked answers throughout, except where a later call needs what is masked. */
  private shown({ operationId }: PlacedCall, exchange: Exchange): Exchange {
    return this.resumed && !isNeededRaw(operationId) ? this.run.recorder.mask(exchange) : exchange;
  }

  private async cut({ scenario, ordinal }: PlacedCall): Promise<void> {
    const lastExchange = this.record?.exchanges.at(-1)?.id ?? '';
    await this.run.journal.commit({ type: 'replay-cut', scenario, ordinal, lastExchange });
    for (const known of [...this.recorded.keys()]) if (known >= ordinal) this.recorded.delete(known);
  }

  /** Recorded calls behind a place: what they are, and whether they were answered. */
  private callsBehind(ordinal: number): readonly CallBehind[] {
    return [...this.recorded].flatMap(([place, call]) => {
      const operationId = call.intent?.operationId ?? call.tries.at(-1)?.operationId ?? '';
      const writing = call.intent !== null;
      return place > ordinal ? [{ operationId, writing, answered: answerTo(call) !== null }] : [];
    });
  }

  /** The exchange a call would make, masked; making it teaches the masking what the steps would have sent. */
  private imagined({ operationId, input, identity, expectedInvalid, scenario, ordinal }: PlacedCall): Exchange {
    const { contract, target, recorder } = this.run;
    return recorder.mask({
      ...{ id: 'x-imagined', scenario, operationId, identity, ordinal, expectedInvalid },
      ...{ startedAt: new Date(0).toISOString(), durationMs: 0, attempt: 1 },
      request: describeCall(contract, target.baseUrl, operationId, input),
      ...{ response: null, failure: null, connection: null, judgement: null },
    });
  }

  /** The time while the record has the next answer: where the last one ended, or where the next one began. */
  private timeOfRecord(): number | null {
    const next = this.recorded.get(this.ordinal + 1);
    const answer = next === undefined ? null : answerTo(next);
    if (answer === null) return null;
    return this.recordTime ?? Date.parse(answer.startedAt);
  }
}
