import assert from 'node:assert/strict';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { aCheck, aFinding, aResult } from '../../verdict/testing/samples.js';
import { evidenceFolder } from '../evidence-folder.js';
import { anExchange, aRun, withFolder } from '../testing/sample-run.js';
import type { ReproducedCause } from './reproduced-cause.js';
import { writeFindings } from './write-findings.js';

test('every finding and unmet check is written with its call and its command, worst first', async () => {
  await withFolder(async (folder) => {
    await mkdir(join(folder, 'exchanges'), { recursive: true });
    const lines = [anExchange(), anExchange({ id: 'x-000002', replayed: true })].map((line) => JSON.stringify(line));
    await writeFile(join(folder, 'exchanges/exchanges.ndjson'), `${lines.join('\n')}\n`);
    const result = aResult({
      verdict: 'fail',
      checks: [aCheck({ outcome: 'violated', exchangeIds: ['x-000009', 'x-000001'] })],
      findings: [
        aFinding({ cause: 'added', level: 'advisory', exchangeId: 'x-000002' }),
        aFinding({ cause: 'announced', expected: true }),
      ],
    });
    const written = await writeFindings(evidenceFolder(folder), aRun([result]));
    const read = JSON.parse(await readFile(join(folder, 'results/findings.json'), 'utf8')) as ReproducedCause[];
    assert.deepEqual(read, written);
    assert.deepEqual(
      read.map(({ id, level, count }) => [id, level, count]),
      [
        ['check:card-active', 'fail', 1],
        ['added', 'advisory', 1],
      ],
    );
    const [violated, advisory] = read.map(({ occurrences }) => occurrences[0]);
    assert.match(violated?.curl ?? '', /^curl --include https:.*\/cards\/7 /);
    assert.equal(violated?.replay, 'axys-certify run --scenario cards/hold:block-a-card');
    assert.deepEqual([advisory?.exchangeId, advisory?.curl], ['x-000002', null]);
  });
});

test('a run without findings says so with an empty list', async () => {
  await withFolder(async (folder) => {
    await mkdir(join(folder, 'exchanges'), { recursive: true });
    await writeFile(join(folder, 'exchanges/exchanges.ndjson'), `${JSON.stringify(anExchange())}\n`);
    assert.deepEqual(await writeFindings(evidenceFolder(folder), aRun()), []);
  });
});
