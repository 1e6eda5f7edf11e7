import { Worker } from 'node:worker_threads';
import type { JsonObject } from '../../json/json-pointer.js';
import { awaited } from '../../messages/awaited.js';
import { crossedError } from '../../messages/crossing-error.js';
import { unreachable } from '../../messages/unreachable.js';
import type { LoadOutcome, LoadRequest, PlacesRequest } from './load-version-work.js';
import type { ContractVersion } from './load-version.js';
import { locateIn, type Positions } from './source/locator.js';

/**
 * Loads a large version in a thread of its own, so that two of them are read and proved valid side by side while they are
 * compared here. As `loadVersion`, but that the document may still be proved: see `proved`. Whoever loads it closes it.
 */
export async function loadVersionBeside(file: string): Promise<ContractVersion> {
  const workerData: LoadRequest = { file };
  const thread = new Worker(new URL('./load-version-thread.js', import.meta.url), { workerData });
  const json = awaited<string>();
  const proved = awaited<undefined>();
  const places = awaited<Positions>();
  const fail = (error: Error): void => {
    for (const { reject } of [json, proved, places]) reject(error);
  };
  thread.on('message', (outcome: LoadOutcome) => {
    switch (outcome.kind) {
      case 'document':
        json.resolve(outcome.json);
        break;
      case 'valid':
        proved.resolve(undefined);
        break;
      case 'places':
        places.resolve(outcome.positions);
        break;
      case 'coded':
      case 'failed':
        fail(crossedError(outcome));
        break;
      default:
        unreachable(outcome, 'outcome');
    }
  });
  thread.on('error', fail);
  thread.on('exit', () => fail(new Error('the thread that loads the contract has ended')));
  const close = async (): Promise<void> => {
    await thread.terminate();
  };
  try {
    return {
      file,
      document: JSON.parse(await json.promise) as JsonObject,
      proved: proved.promise,
      locate: async (pointers) => {
        thread.postMessage({ pointers: [...pointers] } satisfies PlacesRequest);
        return locateIn(await places.promise);
      },
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}
