/**
 * Remembers what a call was made with until that call has ended, for callers that make one call at a time, or one within another.
 * Node's own class of this form keeps apart calls that run beside each other, for which Node 20 and 22 follow every promise of
 * the process.
 */
export class SerialScope<Store> {
  #store: Store | undefined;

  /** Calls with this to remember; settles as the call does. */
  async run<Result>(store: Store, call: () => Result): Promise<Awaited<Result>> {
    const outer = this.#store;
    this.#store = store;
    try {
      return await call();
    } finally {
      this.#store = outer;
    }
  }

  /** What the innermost call under way was made with; undefined outside of any. */
  getStore(): Store | undefined {
    return this.#store;
  }
}
