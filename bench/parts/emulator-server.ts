import type { BlockTimes } from '../measure/block.js';
import { startServers, type MeasuredServer } from '../measure/servers.js';
import { ratioOf, spreadOf, spreadText } from '../measure/statistics.js';
import { startWorker } from '../measure/worker.js';
import type { Part } from './part.js';

interface Turn {
  readonly perSecond: number;
  readonly cpuUs: number;
}

/** What the emulator costs beside a server that does nothing, asked by the same client. */
export const emulatorServer: Part = {
  name: 'emulator',
  measure: async ({ quick }) => {
    const [count, rounds] = quick ? [500, 3] : [2000, 5];
    const servers = await startServers();
    const client = startWorker('bare-client-worker');
    const rows: string[][] = [];
    const turn = async ({ access, cpuUs }: MeasuredServer, concurrency: number): Promise<Turn> => {
      const before = await cpuUs();
      const { wallMs } = await client.ask<BlockTimes>({ access, concurrency, count });
      return { perSecond: (count / wallMs) * 1000, cpuUs: ((await cpuUs()) - before) / count };
    };
    try {
      for (const concurrency of [1, 10]) {
        const [bare, emulator]: [Turn[], Turn[]] = [[], []];
        await turn(servers.bare, concurrency);
        await turn(servers.emulator, concurrency);
        for (let round = 0; round < rounds; round += 1) {
          bare.push(await turn(servers.bare, concurrency));
          emulator.push(await turn(servers.emulator, concurrency));
        }
        const per = (turns: readonly Turn[], member: keyof Turn) => turns.map((measured) => measured[member]);
        rows.push([
          String(concurrency),
          spreadText(spreadOf(per(bare, 'perSecond'))),
          spreadText(spreadOf(per(emulator, 'perSecond'))),
          spreadText(ratioOf(per(bare, 'perSecond'), per(emulator, 'perSecond')), 2),
          spreadText(spreadOf(per(bare, 'cpuUs'))),
          spreadText(spreadOf(per(emulator, 'cpuUs'))),
        ]);
      }
    } finally {
      await client.end();
      await servers.end();
    }
    return {
      title: 'Emulator beside a bare TLS server of the same runtime',
      headings: [
        'At once',
        'bare, calls/s',
        'emulator, calls/s',
        'emulator / bare, time',
        'bare, CPU µs',
        'emulator, CPU µs',
      ],
      rows,
      notes: [
        'The same undici client asks both for one cardholder. The emulator checks certificate, address, key and rate, the request against the contract, and answers from its store. CPU is of the server process, per call.',
      ],
      promises: [],
    };
  },
};
