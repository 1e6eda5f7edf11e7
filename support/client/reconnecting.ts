import type { buildConnector } from 'undici';
import type { Clock } from '../config/clock.js';
import { brokeOff } from './classify-failure.js';

/** Milliseconds before each further try. */
const waitsMs: readonly number[] = [250, 1000, 4000];

/** Opens a connection and tells how many tries it took. */
export type Reconnector = (
  target: Parameters<buildConnector.connector>[0],
  callback: (
    ...opened: [error: Error, socket: null, tries: number] | [error: null, socket: Opened, tries: number]
  ) => void,
) => void;

type Opened = Extract<Parameters<buildConnector.Callback>, [null, unknown]>[1];

/**
 * Opens a connection again whose handshake broke off. Nothing of a call is written before the handshake is over, so this repeats no
 * call: it is as good for one that creates something as for a read. What a server refuses, by an alert or otherwise, is final.
 */
export function reconnecting(connect: buildConnector.connector, clock: Clock): Reconnector {
  return (target, callback) => {
    const attempt = (tries: number): void => {
      connect(target, (error, socket) => {
        const waitMs = error !== null && brokeOff(error) ? waitsMs[tries - 1] : undefined;
        if (error === null) callback(null, socket, tries);
        else if (waitMs === undefined) callback(tries === 1 ? error : afterTries(error, tries), null, tries);
        else clock.sleep(waitMs).then(() => attempt(tries + 1), (cause: unknown) => callback(afterTries(cause, tries), null, tries)); // prettier-ignore
      });
    };
    attempt(1);
  };
}

function afterTries(cause: unknown, tries: number): Error {
  return new Error(`no connection after ${tries} tries`, { cause });
}
