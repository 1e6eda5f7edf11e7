import type { Connection } from '../../trace/connection.js';

/** What an exchange needs of its connection; the rest of thousands of them is not kept. */
export type KnownConnection = Pick<Connection, 'server' | 'host' | 'port' | 'identity'>;
