import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Recording } from '../../support/runner/open-recording.js';
import { timeBlock } from '../measure/block.js';
import { openHarness } from '../measure/harness-recording.js';
import { answerQuestions } from '../measure/worker.js';
import type { ClientQuestion } from './bare-client-worker.js';

const recordings = new Map<string, Promise<Recording>>();
const folders: string[] = [];

async function open(access: ClientQuestion['access']): Promise<Recording> {
  const folder = await mkdtemp(join(tmpdir(), 'axys-bench-'));
  folders.push(folder);
  return openHarness(access, folder);
}

answerQuestions(
  async ({ access, ...block }: ClientQuestion) => {
    const opening = recordings.get(access.url) ?? open(access);
    recordings.set(access.url, opening);
    const { client } = await opening;
    const path = { cardholderId: access.cardholderId };
    return timeBlock(block, async () => {
      const { response, judgement } = await client.call('getCardholder', { path }, { scenario: 'bench' });
      // What was not judged would be measured too cheap.
      if (response?.status !== 200 || judgement?.outcome !== 'conforming') throw new Error(JSON.stringify(judgement));
    });
  },
  async () => {
    for (const opening of recordings.values()) await (await opening).end('ended');
    for (const folder of folders) await rm(folder, { recursive: true, force: true });
  },
);
