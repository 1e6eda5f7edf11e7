import { CodedError } from '../../messages/coded-error.js';
import { harnessParts } from '../../runner/harness-parts.js';
import { openLaboratory, type LaboratorySettings } from '../behaviour/fault-laboratory.js';
import type { Work, WorkerAnswer, WorkerTask } from './worker.js';

// The edge of a worker: tasks come in over the channel, each gets one answer. Started by fork-worker.ts only.
const settings = JSON.parse(process.argv[2] ?? '') as LaboratorySettings;
let laboratory: Promise<Work> | null = null;

async function answer(task: WorkerTask): Promise<WorkerAnswer> {
  try {
    laboratory ??= openLaboratory(settings, harnessParts);
    return { kind: 'done', result: await doneBy(await laboratory, task) };
  } catch (error) {
    const told = error instanceof Error ? error : new Error(String(error));
    const next = error instanceof CodedError ? error.next : 'Please report this as a defect';
    return { kind: 'failed', problem: `${told instanceof CodedError ? told.code : told.name}: ${told.message}`, next };
  }
}

function doneBy(work: Work, task: WorkerTask): Promise<unknown> {
  switch (task.name) {
    case 'run':
      return work.run(task.asks);
    case 'judge':
      return work.judge(task.asks);
    case 'send':
      return work.send(task.asks);
    case 'lose':
      return work.lose(task.asks);
    default:
      throw new Error(`unknown task ${JSON.stringify(task satisfies never)}`);
  }
}

process.on('message', (task: WorkerTask) => {
  void answer(task).then((word) => process.send?.(word));
});
// Ctrl-C reaches the whole group; who started us decides, and without it there is nobody to answer.
process.on('SIGINT', () => undefined);
process.once('disconnect', () => process.exit(0));
