import type { Exchange, Json } from '../../trace/exchange.js';
import { inWords } from '../../verdict/checks/answer.js';
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

  /** The value kept last, or undefined. */
  peek(): T | undefined {
    return this.value;
  }

  /** The value kept last; reading it too early is a feature's mistake. */
  get(): T {
    if (this.lack !== null) throw preconditionNotMet(`${this.what}, known by its id`, this.lack);
    if (this.value === undefined) throw nothingMade(this.what);
    return this.value;
  }
}

/** Keeps the numeric id an accepted answer gave, or that it gave none. */
export function keepId(remembered: Remembered<number>, id: Json | undefined, exchange: Exchange): void {
  if (typeof id === 'number') remembered.keep(id);
  else remembered.missed(`${inWords(exchange)} without a numeric id`);
}
