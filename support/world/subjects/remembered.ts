import type { Exchange, Json } from '../../trace/exchange.js';
import { inWords, isAccepted } from '../../verdict/checks/answer.js';
import { nothingMade, preconditionNotMet } from '../stop-scenario.js';

/** A value one step makes and later steps speak of ("the card"). Reading it before it is made is a feature's mistake. */
export class Remembered<T> {
  private value: T | undefined;
  private lack: string | null = null;

  constructor(private readonly what: string) {}

  /** Keeps the value; the latest one is meant from now on. */
  keep(value: T): T {
    this.value = value;
    this.lack = null;
    return value;
  }

  /** The target accepted but gave no usable value: later steps cannot go on, and that is not the feature's mistake. */
  missed(received: string): void {
    this.value = undefined;
    this.lack = received;
  }

  /** The target gave nothing this time; what was kept before is still meant. */
  refused(received: string): void {
    this.lack = received;
  }

  /** The value kept last, or undefined. */
  peek(): T | undefined {
    return this.value;
  }

  /** The value kept last; reading it too early is a feature's mistake. */
  get(): T {
    if (this.value !== undefined) return this.value;
    throw this.lack === null ? nothingMade(this.what) : preconditionNotMet(this.what, this.lack);
  }
}

/** Keeps the numeric id an accepted answer gave, or what was found in place of a lost one; or that it gave none and why. */
export function keepId(remembered: Remembered<number>, id: Json | undefined, exchange: Exchange): void {
  if (exchange.adopted !== undefined) remembered.keep(exchange.adopted.id);
  else if (!isAccepted(exchange)) remembered.refused(inWords(exchange));
  else if (typeof id === 'number') remembered.keep(id);
  else remembered.missed(`${inWords(exchange)} without a numeric id`);
}
