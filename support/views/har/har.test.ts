import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { aFinding, aResult } from '../../verdict/testing/samples.js';
import { shapeProblem } from '../../config/evidence-schema.js';
import { evidenceFolder } from '../../evidence/evidence-folder.js';
import { aRecording, anExchange, aRun, withFolder } from '../../evidence/testing/sample-run.js';
import { harEntry } from './har-entry.js';
import { harFileOf } from './har-file.js';
import type { Har } from './har-log.js';
import { harOf, writeHars } from './write-hars.js';

const facts = { runId: 'run-1', harnessVersion: '0.1.0' };

test('an answered call keeps what was recorded, masked', () => {
  const sent = { kind: 'json', value: { amount: '10.00' }, duplicateKeys: [] } as const;
  const { request } = anExchange();
  const entry = harEntry(
    anExchange({
      ordinal: 3,
      request: {
        ...request,
        method: 'POST',
        query: { page: '2' },
        headers: { 'content-type': 'application/json' },
        body: sent,
      },
      connection: { id: 'c-000007', remoteAddress: '127.0.0.1' },
    }),
    'page_1',
  );
  assert.deepEqual(entry.request.queryString, [{ name: 'page', value: '2' }]);
  assert.equal(entry.request.postData?.text, '{"amount":"10.00"}');
  assert.equal(entry.response.content.text, '{"status":"success","cardId":7}');
  assert.equal(entry.response.content.size, 31);
  assert.equal(entry.time, 3);
  assert.deepEqual([entry.serverIPAddress, entry.connection], ['127.0.0.1', 'c-000007']);
  assert.deepEqual([entry._ordinal, entry._exchangeId], [3, 'x-000001']);
});

test('a call without an answer has status 0 and says why', () => {
  const failure = { class: 'reset', detail: 'the connection was closed' } as const;
  const { response } = harEntry(anExchange({ response: null, failure }), 'page_1');
  assert.equal(response.status, 0);
  assert.equal(response._error, 'reset: the connection was closed');
});

test('an address behind a proxy is no server address', () => {
  const connection = { id: 'c-000007', remoteAddress: 'proxy 10.0.0.1' };
  assert.equal('serverIPAddress' in harEntry(anExchange({ connection }), 'page_1'), false);
});

test('a body that is no JSON is shown as it came, with the type its sender named', () => {
  const body = { kind: 'text', text: '<h1>é</h1>', problem: 'it is not JSON' } as const;
  const { content } = harEntry(
    anExchange({ response: { status: 502, headers: { 'content-type': 'text/html' }, body } }),
    'p',
  ).response;
  assert.deepEqual([content.text, content.mimeType, content.size], ['<h1>é</h1>', 'text/html', 11]);
});

test('a log has the shape of the schema, and the schema refuses what browsers refuse', () => {
  const exchanges = [
    anExchange(),
    anExchange({ id: 'x-000002', response: null, failure: { class: 'tls', detail: 'no' } }),
  ];
  const har = harOf(facts, { scenario: 'cards/hold:block-a-card', exchanges }, aResult({ findings: [aFinding()] }));
  assert.equal(shapeProblem('har', har), null);
  assert.equal(har.log.pages[0]?.title, 'TM-29 Block a card');
  const [entry] = har.log.entries;
  assert.ok(entry);
  const broken: unknown[] = [
    { ...entry, startedDateTime: 'yesterday' },
    { ...entry, timings: { ...entry.timings, wait: '3' } },
    { ...entry, response: { ...entry.response, status: 0 } },
    { ...entry, response: { ...entry.response, content: { size: 0 } } },
    { ...entry, request: { ...entry.request, url: '/cards/7' } },
    { ...entry, unknown: 1 },
  ];
  for (const other of broken) {
    assert.notEqual(shapeProblem('har', { log: { ...har.log, entries: [other] } }), null, JSON.stringify(other));
  }
});

test('each scenario has a file, and so have the calls of the harness', () =>
  withFolder(async (root) => {
    const exchanges = [anExchange({ scenario: null }), anExchange({ id: 'x-000002' }), anExchange({ id: 'x-000003' })];
    const recorded = aRecording(exchanges);
    await writeHars(evidenceFolder(root), { run: aRun(), recorded });
    const files = await readdir(join(root, 'exchanges'));
    assert.deepEqual(
      files.map((name) => `exchanges/${name}`).sort(),
      [harFileOf('cards/hold:block-a-card'), harFileOf(null)].sort(),
    );
    const text = await readFile(join(root, harFileOf('cards/hold:block-a-card')), 'utf8');
    const { log } = JSON.parse(text) as Har;
    assert.deepEqual(
      log.entries.map(({ _exchangeId }) => _exchangeId),
      ['x-000002', 'x-000003'],
    );
    assert.equal(shapeProblem('har', { log }), null);
  }));

test('file names are short and safe, stable, and differ where ids differ', () => {
  const ids = ['a/b:c', 'a:b/c', 'a/b:C', `a/${'b'.repeat(300)}`, `a/${'b'.repeat(301)}`, 'ü/ß', '../../etc'];
  const names = ids.map(harFileOf);
  for (const name of names) assert.match(name, /^exchanges\/[A-Za-z0-9-]{0,80}\.[0-9a-f]{8}\.har$/);
  assert.equal(new Set(names.map((name) => name.toLowerCase())).size, ids.length);
  assert.deepEqual(ids.map(harFileOf), names);
});
