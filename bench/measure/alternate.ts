import type { Access } from './access.js';
import type { BlockTimes } from './block.js';
import type { Worker } from './worker.js';

/** Two clients on one server, measured in turn. */
export interface Alternation {
  readonly clients: readonly Worker[];
  readonly access: Access;
  readonly concurrency: number;
  /** Calls of one turn. */
  readonly count: number;
  readonly rounds: number;
}

/**
 * Gives each client its turn, round after round, so that whatever else the machine does hits all alike; every other round in
 * the other order. One list of times for each client, in the order of the clients.
 */
export async function alternate(plan: Alternation): Promise<readonly (readonly BlockTimes[])[]> {
  const { clients, access, concurrency, count, rounds } = plan;
  const times = clients.map((): BlockTimes[] => []);
  for (let round = 0; round < rounds; round += 1) {
    const order = clients.map((client, index) => ({ client, index }));
    if (round % 2 === 1) order.reverse();
    for (const { client, index } of order)
      times[index]?.push(await client.ask<BlockTimes>({ access, concurrency, count }));
  }
  return times;
}
