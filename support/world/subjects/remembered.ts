import { nothingMade } from '../stop-scenario.js';

/** A value one step makes and later steps speak of ("the card"). Reading it before it is made is a feature's mistake. */
export class Remembered<T> {
  private value: T | undefined;

  constructor(private readonly what: string) {}

  /** Keeps the value; the latest one is meant from now on. */
  keep(value: T): T {
    this.value = value;
    return value;
  }

  /** The value kept last, or undefined. */
  peek(): T | undefined {
    return this.value;
  }

  /** The value kept last; reading it too early is a feature's mistake. */
  get(): T {
    if (this.value === undefined) throw nothingMade(this.what);
    return this.value;
  }
}
