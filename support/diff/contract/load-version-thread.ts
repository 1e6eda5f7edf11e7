import { readFile } from 'node:fs/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { checkReferences, checkSpecification } from '../../contract/document/check-document.js';
import { readOpenApi } from '../../contract/document/read-open-api.js';
import { crossingError } from '../../messages/crossing-error.js';
import type { LoadOutcome, LoadRequest, PlacesRequest } from './load-version-work.js';
import { positionsIn } from './source/positions-in.js';

// A thread that loads one version of a contract: it hands the document over, proves it valid meanwhile, and finds places.

const port = parentPort;
if (port === null) throw new Error('this file is the inside of a thread');

const say = (outcome: LoadOutcome): void => port.postMessage(outcome);

async function load({ file }: LoadRequest): Promise<void> {
  const document = await readOpenApi(file, (path) => readFile(path, 'utf8'));
  checkReferences(document);
  say({ kind: 'document', json: JSON.stringify(document) });
  await checkSpecification(document);
  say({ kind: 'valid' });
}

const { file } = workerData as LoadRequest;
const loading = load({ file }).catch((error: unknown) => say(crossingError(error)));

port.on('message', ({ pointers }: PlacesRequest) => {
  void loading
    .then(async () => say({ kind: 'places', positions: await positionsIn(await readFile(file, 'utf8'), pointers) }))
    .catch((error: unknown) => say(crossingError(error)));
});
