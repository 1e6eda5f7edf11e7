import { CodedError } from '../../messages/coded-error.js';
import { harnessParts } from '../../runner/harness-parts.js';
import { openLaboratory, type FaultLaboratory, type LaboratorySettings } from '../behaviour/fault-laboratory.js';
import type { FaultOrder } from '../behaviour/fault-run.js';
import type { WorkerAnswer } from './worker.js';

// The edge of a worker: orders come in over the channel, each gets one answer. Started by fork-worker.ts only.
const settings = JSON.parse(process.argv[2] ?? '') as LaboratorySettings;
let laboratory: Promise<FaultLaboratory> | null = null;

async function answer(order: FaultOrder): Promise<WorkerAnswer> {
  try {
    laboratory ??= openLaboratory(settings, harnessParts);
    return { kind: 'done', run: await (await laboratory).run(order) };
  } catch (error) {
    const told = error instanceof Error ? error : new Error(String(error));
    const next = error instanceof CodedError ? error.next : 'Please report this as a defect';
    return { kind: 'failed', problem: `${told instanceof CodedError ? told.code : told.name}: ${told.message}`, next };
  }
}

process.on('message', (order: FaultOrder) => {
  void answer(order).then((word) => process.send?.(word));
});
// Ctrl-C reaches the whole group; who started us decides, and without it there is nobody to answer.
process.on('SIGINT', () => undefined);
process.once('disconnect', () => process.exit(0));
