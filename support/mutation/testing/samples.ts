import type { FaultEntry } from '../../emulator/faults/fault-catalogue.js';
import { exitCode } from '../../messages/exit-code.js';
import type { FaultOrder, FaultRun } from '../behaviour/fault-run.js';
import type { Worker } from '../crew/worker.js';

/** A fault of one row, caught by a check named after it. */
export function aFault(id: string, change: Partial<FaultEntry> = {}): FaultEntry {
  return {
    ...{ id, title: `${id} is wrong`, area: 'lists', requirements: ['TM-63'], operations: ['listCards'] },
    ...{ fact: 'a list has a total', source: 'docs/lists', caughtBy: [{ check: `catches-${id}` }] },
    ...change,
  };
}

/** A run in which everything was as documented. */
export const cleanRun: FaultRun = { exitCode: exitCode.ok, decision: 'partial', why: 'all is well', reported: [] };

/** The run in which the fault of {@link aFault} is caught. */
export function caughtRun(id: string): FaultRun {
  return { exitCode: exitCode.rejected, decision: 'partial', why: 'a check', reported: [`check catches-${id}`] };
}

/** A worker in this process that answers as it is told and remembers what it was asked. */
export function aWorker(
  answer: (order: FaultOrder) => FaultRun | Promise<FaultRun>,
  wire: Partial<Pick<Worker, 'judge' | 'send'>> = {},
): Worker & { readonly orders: readonly FaultOrder[]; readonly ended: () => boolean } {
  const orders: FaultOrder[] = [];
  let over = false;
  return {
    orders,
    ended: () => over,
    run: async (order) => {
      orders.push(order);
      return answer(order);
    },
    judge: () => Promise.reject(new Error('nobody judges here')),
    send: () => Promise.reject(new Error('nobody sends here')),
    lose: () => Promise.reject(new Error('nobody loses here')),
    ...wire,
    end: () => {
      over = true;
      return Promise.resolve();
    },
  };
}

/** Answers a control run cleanly, and every fault by whoever has to catch it. */
export function soundAnswer({ faults }: FaultOrder): FaultRun {
  const [fault] = faults;
  return fault === undefined ? cleanRun : caughtRun(fault);
}
