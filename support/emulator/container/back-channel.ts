import type { Socket } from 'node:net';
import { createInterface } from 'node:readline';
import type { Profile } from '../../config/profile.js';
import type { Json } from '../../trace/exchange.js';

/** What an emulator that runs somewhere else says to the run it serves. */
export type FromEmulator =
  /** First of all: the profile it serves, with the ids of what it seeded. */
  | { readonly type: 'hello'; readonly profile: Profile }
  /** A callback that must leave from the client's machine, because the loopback it names is there. */
  | { readonly type: 'callback'; readonly id: number; readonly url: string; readonly body: Json };

/** What the run says to it. */
export type FromRun =
  /** The only client is about to wait between two reads. */
  | { readonly type: 'idle' }
  /** Whether the receiver took a callback. */
  | { readonly type: 'delivered'; readonly id: number; readonly taken: boolean };

/** What each side says. */
interface Said {
  readonly emulator: FromEmulator;
  readonly run: FromRun;
}

/** One end of a back channel: messages are lines of JSON, both ways, over one connection. */
export interface BackChannelEnd<Out> {
  /** Sends a message; false when the other end is gone. */
  send(message: Out): boolean;
  close(): void;
}

/**
 * Speaks with `Other` over a connected socket. `hear` gets every message; what it cannot read, or throws for, ends the
 * connection: somebody else is talking.
 */
export function speakOver<Other extends keyof Said>(
  socket: Socket,
  hear: (message: Said[Other]) => void,
): BackChannelEnd<Said[Exclude<keyof Said, Other>]> {
  socket.setNoDelay(true);
  const lines = createInterface({ input: socket });
  // Trap: it repeats the errors of its input, and one that nobody hears ends the process. Whoever connected hears the socket's.
  lines.on('error', () => lines.close());
  lines.on('line', (line) => {
    try {
      hear(JSON.parse(line) as Said[Other]);
    } catch (problem) {
      socket.destroy(problem instanceof Error ? problem : new Error('not a message'));
    }
  });
  return {
    send: (message) => socket.writable && (socket.write(`${JSON.stringify(message)}\n`), true),
    close: () => {
      lines.close();
      socket.destroy();
    },
  };
}

/** A word that is none of the protocol's. */
export function unknownWord(message: never): Error {
  return new Error(`the back channel has no word ${JSON.stringify((message as { type?: unknown }).type)}`);
}
