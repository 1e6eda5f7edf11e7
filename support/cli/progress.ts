import type { Clock } from '../config/clock.js';
import type { Progress } from '../runner/progress.js';
import type { ScenarioVerdict } from '../verdict/verdict.js';
import type { TextStream } from './streams.js';

const eraseLine = '\r\u001b[2K';
/** Without a terminal a wait is worth a line only when it may take long. */
const longWaitMs = 60_000;

/** Progress on `stream`: one living line on a terminal, plain lines elsewhere. */
export function createProgress(stream: TextStream, clock: Clock): Progress {
  return stream.isTTY === true ? new LivingLine(stream, clock) : new PlainLines(stream, clock);
}

/** Lines that stay only: long waits and notes. For runs whose progress somebody else shows. */
export function createQuietProgress(stream: TextStream, clock: Clock): Progress {
  const lines = new PlainLines(stream, clock);
  return {
    runStarted: () => undefined,
    scenarioStarted: () => {
      lines.scenarioStarted();
    },
    scenarioFinished: () => undefined,
    waiting: (what, deadline) => {
      lines.waiting(what, deadline);
    },
    note: (text) => {
      lines.note(text);
    },
    finished: () => undefined,
  };
}

class PlainLines implements Progress {
  readonly #stream: TextStream;
  readonly #clock: Clock;
  #total = 0;
  #done = 0;
  #lastWait = '';

  constructor(stream: TextStream, clock: Clock) {
    this.#stream = stream;
    this.#clock = clock;
  }

  runStarted(total: number): void {
    this.#total = total;
    this.note(`running ${total} scenario${total === 1 ? '' : 's'}`);
  }

  scenarioStarted(): void {
    this.#lastWait = '';
  }

  scenarioFinished(id: string, verdict: ScenarioVerdict): void {
    this.#done += 1;
    this.note(`[${this.#done}/${this.#total}] ${verdict.padEnd(14)} ${id}`);
  }

  waiting(what: string, deadline: number): void {
    if (what === this.#lastWait || deadline - this.#clock.now() < longWaitMs) return;
    this.#lastWait = what;
    this.note(`waiting for ${what} until ${new Date(deadline).toISOString()}`);
  }

  note(text: string): void {
    this.#stream.write(`${text}\n`);
  }

  finished(): void {
    this.#lastWait = '';
  }
}

class LivingLine implements Progress {
  readonly #stream: TextStream;
  readonly #clock: Clock;
  #total = 0;
  #done = 0;
  #name = '';
  #wait = '';

  constructor(stream: TextStream, clock: Clock) {
    this.#stream = stream;
    this.#clock = clock;
  }

  runStarted(total: number): void {
    this.#total = total;
    this.#draw();
  }

  scenarioStarted(name: string): void {
    [this.#name, this.#wait] = [name, ''];
    this.#draw();
  }

  scenarioFinished(id: string, verdict: ScenarioVerdict): void {
    this.#done += 1;
    if (verdict !== 'pass' && verdict !== 'not-applicable') this.note(`${verdict}: ${id}`);
    this.#draw();
  }

  waiting(what: string, deadline: number): void {
    const left = Math.max(0, Math.ceil((deadline - this.#clock.now()) / 1000));
    this.#wait = `, waiting for ${what} (${left} s left, until ${new Date(deadline).toISOString().slice(11, 19)}Z)`;
    this.#draw();
  }

  note(text: string): void {
    this.#stream.write(`${eraseLine}${text}\n`);
  }

  finished(): void {
    this.#stream.write(eraseLine);
  }

  #draw(): void {
    const line = `[${this.#done}/${this.#total}] ${this.#name}${this.#wait}`;
    this.#stream.write(eraseLine + line.slice(0, (this.#stream.columns ?? 80) - 1));
  }
}
