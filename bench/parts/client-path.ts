import { alternate } from '../measure/alternate.js';
import type { BlockTimes } from '../measure/block.js';
import { startServers, type MeasuredServer } from '../measure/servers.js';
import { ratioOf, spreadOf, spreadText } from '../measure/statistics.js';
import { startWorker } from '../measure/worker.js';
import type { Part, Promised, Section } from './part.js';

const mostRatio = 1.25;

/** Calls at once. */
const concurrencies = [1, 10] as const;

/** What our client costs, with judge, mask and recorder behind it, beside undici alone. */
export const clientPath: Part = {
  name: 'client-path',
  measure: async ({ quick }) => {
    const [count, rounds] = quick ? [300, 3] : [1000, 5];
    const servers = await startServers();
    const clients = [startWorker('bare-client-worker'), startWorker('harness-client-worker')];
    const [rows, promises]: [string[][], Promised[]] = [[], []];
    try {
      for (const server of [servers.bare, servers.emulator]) {
        await alternate({ clients, access: server.access, concurrency: 10, count, rounds: 1 });
        for (const concurrency of concurrencies) {
          const [bare = [], ours = []] = await alternate({
            ...{ clients, access: server.access, concurrency, count, rounds },
          });
          rows.push(row(server, concurrency, { bare, ours, count }));
          if (server === servers.bare) promises.push(promised(concurrency, bare, ours));
        }
      }
    } finally {
      for (const client of clients) await client.end();
      await servers.end();
    }
    return { ...page, rows, promises };
  },
};

const page: Pick<Section, 'title' | 'headings' | 'notes'> = {
  title: 'Client, judge, mask and recorder beside bare undici',
  headings: [
    'Server',
    'At once',
    'undici, calls/s',
    'ours, calls/s',
    'ours / undici, time',
    'undici, CPU µs',
    'ours, CPU µs',
  ],
  notes: [
    'One call reads one cardholder (470 bytes) over mutual TLS with kept connections; clients and servers are processes of their own, and the clients take turns.',
    'Ours is what a run does with every exchange: sent, read, judged by every rule, masked, judged again masked, written to five streams. CPU is of the client process, per call.',
  ],
};

interface Measured {
  readonly bare: readonly BlockTimes[];
  readonly ours: readonly BlockTimes[];
  readonly count: number;
}

function row({ name }: MeasuredServer, concurrency: number, { bare, ours, count }: Measured): string[] {
  const perSecond = (times: readonly BlockTimes[]) =>
    spreadText(spreadOf(times.map(({ wallMs }) => (count / wallMs) * 1000)));
  const cpu = (times: readonly BlockTimes[]) => spreadText(spreadOf(times.map(({ cpuUsPerCall }) => cpuUsPerCall)));
  const ratio = spreadText(ratioOf(walls(ours), walls(bare)), 2);
  return [name, String(concurrency), perSecond(bare), perSecond(ours), ratio, cpu(bare), cpu(ours)];
}

function promised(concurrency: number, bare: readonly BlockTimes[], ours: readonly BlockTimes[]): Promised {
  const ratio = ratioOf(walls(ours), walls(bare));
  return {
    what: `recording, masking and judging over bare undici, ${concurrency} at once, bare server`,
    promised: `at most ${mostRatio} times the time`,
    measured: spreadText(ratio, 2),
    kept: ratio.median <= mostRatio,
  };
}

function walls(times: readonly BlockTimes[]): number[] {
  return times.map(({ wallMs }) => wallMs);
}
