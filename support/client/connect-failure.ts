/** How far a connection came before it failed: nothing was sent on it as HTTP. */
export type ConnectPhase = 'connect' | 'acceptance';

/**
 * A connection that failed before the first request was written. `connect` covers name, TCP and handshake;
 * `acceptance` means our side of the handshake was complete and the server hung up instead of accepting it.
 */
export class ConnectFailure extends Error {
  override readonly name = 'ConnectFailure';
  readonly phase: ConnectPhase;

  constructor(phase: ConnectPhase, message: string, cause?: unknown) {
    super(message, cause === undefined ? {} : { cause });
    this.phase = phase;
  }
}
