import { alternate } from '../measure/alternate.js';
import { startServers } from '../measure/servers.js';
import { startWorker } from '../measure/worker.js';
import type { Part } from './part.js';

const limitMb = 100;
const exchanges = 50_000;

/** Whether the client's process grows with the number of exchanges it has made. */
export const clientMemory: Part = {
  name: 'memory',
  measure: async ({ quick }) => {
    const blocks = quick ? 4 : 20;
    const count = quick ? 250 : exchanges / blocks;
    const servers = await startServers();
    const client = startWorker('harness-client-worker');
    try {
      // Modules, validators, connections and compiled code are not what grows.
      const warm = { clients: [client], access: servers.bare.access, concurrency: 10 };
      await alternate({ ...warm, count: quick ? 250 : 2500, rounds: 1 });
      const [times = []] = await alternate({ ...warm, count, rounds: blocks });
      const mb = times.map(({ rss }) => Math.round(rss / 1024 / 1024));
      const [first = 0] = mb;
      const most = Math.max(...mb);
      const growth = most - first;
      const made = (count * blocks).toLocaleString('en-US');
      return {
        title: 'Memory of the client path',
        headings: ['After the first part, MB', 'Highest, MB', 'At the end, MB', 'Growth, MB'],
        rows: [[first, most, mb.at(-1) ?? 0, growth].map(String)],
        notes: [
          `Resident memory of the process after each of ${blocks} parts of ${made} judged and recorded exchanges.`,
        ],
        // A short look says nothing about what was promised.
        promises: (quick ? [] : [growth]).map((measured) => ({
          what: `memory of the client path over ${made} exchanges`,
          promised: `under ${limitMb} MB growth`,
          measured: `${measured} MB`,
          kept: measured < limitMb,
        })),
      };
    } finally {
      await client.end();
      await servers.end();
    }
  },
};
