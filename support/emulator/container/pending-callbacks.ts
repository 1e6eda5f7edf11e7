/** Callbacks that whoever is connected was given to make, until it says what became of each. */
export class PendingCallbacks {
  private readonly waiting = new Map<number, (taken: boolean) => void>();
  private count = 0;

  /** Gives one out under a number of its own; true once it was taken. Rejects when `give` finds nobody to make it. */
  wait(give: (id: number) => boolean): Promise<boolean> {
    return new Promise((resolve, reject) => {
      const id = (this.count += 1);
      this.waiting.set(id, resolve);
      if (give(id)) return;
      this.waiting.delete(id);
      reject(new Error('nobody is connected to the back channel'));
    });
  }

  /** One was delivered: taken, or not. */
  settle(id: number, taken: boolean): void {
    this.waiting.get(id)?.(taken);
    this.waiting.delete(id);
  }

  /** Nobody will say any more: none was taken. */
  giveUp(): void {
    for (const answer of this.waiting.values()) answer(false);
    this.waiting.clear();
  }
}
