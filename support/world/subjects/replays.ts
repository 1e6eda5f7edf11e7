import type { Client } from '../../client/client.js';
import { clientLogTo, type ClientLogLine } from '../../client/client-log.js';
import { createClient } from '../../client/create-client.js';
import { productionRules } from '../../client/production-rules.js';
import { typedCall, type InputOf, type OperationId } from '../../client/typed-call.js';
import { packageVersion } from '../../config/package-root.js';
import { CleanUp } from '../../runner/clean-up.js';
import type { Exchange, Json } from '../../trace/exchange.js';
import type { Clock } from '../../config/clock.js';
import type { CheckId } from '../../verdict/checks/all-checks.js';
import { createLeapingTime } from '../../config/leaping-time.js';
import { openReplayServer, type ReplayServer } from '../replay/replay-server.js';
import type { ReplayedCall } from '../replay/replayed-answer.js';
import { additions, replayedCardholder, type Addition, type AdditionWord } from '../replay/additions.js';
import { additionAtFirst } from '../replay/scripts.js';
import type { ScenarioScope } from '../scenario-scope.js';
import { interrupted } from '../stop-scenario.js';
import { Remembered } from './remembered.js';

/** The server with the client that calls it. */
interface Replay {
  readonly server: ReplayServer;
  readonly client: Client;
  /** The clock whose waits take no real time. */
  readonly clock: Clock;
}

/**
 * A server of ours that replays recorded answers to the harness's own client, for rows about answers a target cannot be
 * asked to give. Everything the client does with them is the same as with the target, except that its waits before a
 * repetition take no real time; their exchanges are marked `replayed` and say nothing about the target.
 */
export class Replays {
  /** Every try the client made, in order. */
  readonly tries: Exchange[] = [];
  private readonly current = new Remembered<Replay>('a platform that replays recorded answers');
  private readonly addition = new Remembered<Addition>('an answer with an addition');
  private readonly lines: ClientLogLine[] = [];
  private readonly endings = new CleanUp();

  constructor(private readonly scope: ScenarioScope) {}

  /** Starts the server with a script, and the client. */
  async start(script: readonly ReplayedCall[]): Promise<void> {
    const { contract, clock, ids, sink, connections, logger, target } = this.scope.run;
    const server = await openReplayServer(script, contract, clock.now());
    this.endings.add(() => server.close());
    const { steady, leaping } = createLeapingTime(clock);
    const write = clientLogTo(logger.child({ scenario: this.scope.scenario.id, replayed: true }));
    const client = createClient({
      target: {
        ...{ environment: 'emulator', class: 'loopback', baseUrl: server.baseUrl, profile: target.profile },
        ...{ certificate: server.certificate, nextCertificate: null, serverCa: [server.serverCa] },
        ...{ apiKey: `replay-${ids.hex(16)}`, close: () => Promise.resolve() },
      },
      ...{ contract, ids, productionRules, version: packageVersion() },
      ...{ clock: steady, retryClock: leaping, replayed: true, connections, ownServer: true },
      sink: async (exchange) => {
        const judged = await sink(exchange);
        this.tries.push(judged);
        return judged;
      },
      log: (line) => {
        this.lines.push(line);
        write(line);
      },
    });
    this.endings.add(() => client.close());
    this.current.keep({ server, client, clock: leaping });
  }

  /** The client of the replaying server, and its clock, for subjects that drive the target otherwise. */
  get side(): Pick<Replay, 'client' | 'clock'> {
    const { client, clock } = this.current.get();
    return { client, clock };
  }

  /** Calls the replaying server; the last try is returned. */
  async call<Op extends OperationId>(operationId: Op, input: InputOf<Op>): Promise<Exchange> {
    const { signal } = this.scope.run;
    const options = { scenario: this.scope.scenario.id, signal };
    const exchange = await typedCall(this.current.get().client)(operationId, input, options);
    if (signal.aborted) throw interrupted(`the replayed answer to ${operationId}`);
    return exchange;
  }

  /** Reads the cardholder that replayed answers are about. */
  async readCardholder(): Promise<Exchange> {
    return this.call('getCardholder', { path: { cardholderId: replayedCardholder } });
  }

  /** Starts a platform whose first answer carries an addition. */
  async startWithAddition(word: AdditionWord): Promise<void> {
    await this.start(additionAtFirst(this.addition.keep(additions[word])));
  }

  /** Makes the read whose answer carries the addition. */
  async readAddition(): Promise<Exchange> {
    const { operationId } = this.addition.get();
    return operationId === 'listCardholders' ? this.call(operationId, {}) : this.readCardholder();
  }

  /** Proves that the addition did no harm. */
  proveAddition(): void {
    this.prove('additions-ignored-and-logged', { where: [...this.addition.get().where] });
  }

  /** Creates a wallet that exists nowhere. */
  async createWallet(): Promise<Exchange> {
    return this.call('createWallet', { body: { name: 'Replayed wallet' } });
  }

  /** Evaluates a check over every try, with the client's own log of them and what arrived at the server. */
  prove(check: CheckId, values: Readonly<Record<string, Json>> = {}): void {
    const log = this.lines.map((line): Json => ({ ...logged(line) }));
    this.scope.prove(check, this.tries, { ...values, log, received: [...this.current.get().server.received] });
  }

  /** Ends client and server. */
  async close(): Promise<void> {
    await this.endings.run();
  }
}

/** What a check needs of a line of the client's log. */
function logged({ exchange, class: answerClass, code, message, ignored }: ClientLogLine) {
  return { exchange, class: answerClass, code, message, ignored };
}
