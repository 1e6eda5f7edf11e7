/** What is needed of a process. */
export interface StartedProcess {
  /** Whether the channel to who started it is open; not set for a process that was started without one. */
  readonly connected?: boolean;
  once(event: 'disconnect', hear: () => void): unknown;
}

/**
 * Aborts when the channel to who started this process is closed: a worker is stopped that way, and one whose starter was killed
 * would go on for hours, creating objects, with nobody to stop it. A process without a channel stands alone.
 */
export function stopWithStarter(self: StartedProcess, interrupted: AbortController): void {
  if (self.connected === undefined) return;
  const stop = (): void => {
    interrupted.abort(new Error('stopped by the process that started this one, or without it'));
  };
  self.once('disconnect', stop);
  if (!self.connected) stop();
}
