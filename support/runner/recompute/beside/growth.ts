/** Tells those who read a run under way that more of it lies there. */
export class Growth {
  #steps = 0;
  #over = false;
  #waiting: (() => void)[] = [];

  /** How often the run has grown. */
  get steps(): number {
    return this.#steps;
  }

  /** True when nothing comes any more. */
  get isOver(): boolean {
    return this.#over;
  }

  /** More was written. */
  grow(): void {
    this.#steps += 1;
    for (const go of this.#waiting.splice(0)) go();
  }

  /** Everything is written. */
  end(): void {
    this.#over = true;
    this.grow();
  }

  /** Resolves when the run has grown beyond `steps`. */
  beyond(steps: number): Promise<void> {
    if (this.#steps > steps) return Promise.resolve();
    return new Promise((resolve) => this.#waiting.push(resolve));
  }
}
