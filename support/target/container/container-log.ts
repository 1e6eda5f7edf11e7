import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';

/** Lines that are kept; the oldest go first. */
const most = 50_000;

/** What a container has printed, in memory: raw, so nobody shows it before it is masked. */
export class ContainerLog {
  private readonly lines: string[] = [];
  private dropped = 0;
  private ended: Promise<void> = Promise.resolve();

  /** Follows the output of a container until it ends. */
  follow(stream: Readable): void {
    const reader = createInterface({ input: stream });
    reader.on('line', (line) => {
      this.lines.push(line);
      if (this.lines.length > most) this.dropped += this.lines.splice(0, this.lines.length - most).length;
    });
    this.ended = new Promise((resolve) => {
      reader.once('close', resolve);
      // The engine went away: what came so far is all there is.
      reader.once('error', resolve);
    });
  }

  /** Everything printed so far, or its last lines. */
  text(last = most): string {
    const shown = this.lines.slice(-last);
    const left = this.dropped === 0 || last < most ? '' : `(${String(this.dropped)} earlier lines are left out)\n`;
    return shown.length === 0 ? '' : `${left}${shown.join('\n')}\n`;
  }

  /** Resolves when the output has ended. */
  whole(): Promise<void> {
    return this.ended;
  }
}
