import { connect } from 'node:tls';

/** Milliseconds for TCP and handshake. */
const patience = 3000;

/**
 * True when a TLS server answers on loopback. Without a client certificate the handshake is as far as anybody gets, and far
 * enough: the emulator listens only when everything else is ready. Whose certificate it is does not matter here.
 */
export function answersTls(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port, rejectUnauthorized: false });
    const end = (healthy: boolean) => {
      socket.destroy();
      resolve(healthy);
    };
    socket.setTimeout(patience, () => end(false));
    socket.once('secureConnect', () => end(true));
    socket.once('error', () => end(false));
  });
}
