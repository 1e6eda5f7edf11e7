import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Json } from '../../support/trace/exchange.js';
import { openHarness } from '../measure/harness-recording.js';
import type { Access } from '../measure/access.js';

// The flow that the other runners run, with the same checks, through the client, judge, mask and recorder of a run:
//   node dist/bench/workers/flow-process.js FOLDER    (access.json, flow.json and the PEM files lie there)

interface FlowStep {
  readonly name: string;
  readonly equals: Readonly<Record<string, unknown>>;
  readonly types: Readonly<Record<string, string>>;
  readonly body?: Json;
}

/** What the contract calls the steps of the flow; this client takes no paths. */
const operations: readonly string[] = [
  'createCardholder',
  'getCardholder',
  'updateCardholder',
  'getCardholder',
  'submitKyc',
  'listCardholders',
];

const [folder = ''] = process.argv.slice(2);
const read = (name: string) => readFile(join(folder, name), 'utf8');
const flow = JSON.parse(await read('flow.json')) as readonly FlowStep[];
const { url, apiKey, iterations } = JSON.parse(await read('access.json')) as Access & { readonly iterations: number };
const pem = {
  serverCa: await read('ca.pem'),
  certificate: await read('client.pem'),
  privateKey: await read('client.key'),
};
const recording = await openHarness({ url, apiKey, ...pem, cardholderId: 0 }, join(folder, 'recording'));

for (let iteration = 1; iteration <= iterations; iteration += 1) {
  let cardholderId = 0;
  for (const [index, step] of flow.entries()) {
    const operationId = operations[index] ?? '';
    const given = operationId === 'listCardholders' ? { query: { limit: 5 } } : { path: { cardholderId } };
    const input = operationId === 'createCardholder' ? {} : given;
    const body = step.body === undefined ? {} : { body: step.body };
    const { response, judgement } = await recording.client.call(
      operationId,
      { ...input, ...body },
      { scenario: 'flow' },
    );
    assert.equal(response?.status, 200);
    assert.ok(response.body.kind === 'json');
    const answer = response.body.value as Readonly<Record<string, unknown>>;
    for (const [member, value] of Object.entries(step.equals)) assert.equal(answer[member], value);
    for (const [member, type] of Object.entries(step.types)) assert.equal(typeof answer[member], type);
    // More than the others check: every rule of the contract.
    assert.equal(judgement?.outcome, 'conforming');
    if (operationId === 'createCardholder') cardholderId = Number(answer['cardholderId']);
  }
}
await recording.end('ended');
// What a run needs until its end is not waited for.
process.exit(0);
