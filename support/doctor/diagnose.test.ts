import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { diagnose } from './diagnose.js';
import { diagnosisOf } from './diagnosis.js';
import { ok, problem, skip } from './finding.js';
import type { Finding, Layer, LayerId } from './layer.js';
import { layerIds } from './layer.js';
import { layers } from './layers.js';
import { renderDiagnosis } from './render-diagnosis.js';
import { makeTestCertificate } from './test-kit/test-certificate.js';
import { day, testNow, testSubject } from './test-kit/test-subject.js';

const subject = testSubject(await makeTestCertificate({ from: testNow, to: testNow + 90 * day }));
const never = new AbortController().signal;
const target = { environment: 'staging', class: 'real', baseUrl: 'https://staging.example.test/v2' } as const;

function layer(id: LayerId, needs: readonly LayerId[], finding: Finding): Layer {
  return { id, title: id, needs, examine: () => finding };
}

describe('diagnose', () => {
  it('skips what needs a failed layer, directly or not, and names the one that failed', async () => {
    const table = [
      layer('validity', [], problem('fail', 'DOC-121', { missing: 'CN' })),
      layer('connection', ['validity'], ok('never seen')),
      layer('api-key', ['connection'], ok('never seen')),
      layer('names', [], ok('seen')),
    ];
    const results = await diagnose(table, subject, never);
    assert.deepEqual(results.map(({ status, says }) => [status, says]).slice(1), [
      ['skip', 'needs validity'],
      ['skip', 'needs validity'],
      ['ok', 'seen'],
    ]);
  });

  it('goes on after a warning and after a layer that was skipped for another reason', async () => {
    const table = [
      layer('dns', [], skip('not applicable')),
      layer('names', ['dns'], problem('warn', 'DOC-131', { position: 2 })),
      layer('clock', ['names'], ok('seen')),
    ];
    assert.deepEqual(
      (await diagnose(table, subject, never)).map(({ status }) => status),
      ['skip', 'warn', 'ok'],
    );
  });

  it('examines nothing more once it is interrupted, and is then not healthy', async () => {
    const stop = new AbortController();
    const first: Layer = { ...layer('names', [], ok('seen')), examine: () => (stop.abort(), ok('seen')) };
    const results = await diagnose([first, layer('clock', [], ok('never seen'))], subject, stop.signal);
    assert.deepEqual(results[1]?.says, 'interrupted');
    const diagnosis = diagnosisOf(target, results, true);
    assert.deepEqual([diagnosis.healthy, diagnosis.firstFailure], [false, null]);
    assert.match(renderDiagnosis(diagnosis), /Interrupted before every layer was examined/);
  });
});

describe('the table of layers', () => {
  it('has every layer once, in order, and each needs only earlier ones', () => {
    assert.deepEqual(
      layers.map(({ id }) => id),
      layerIds,
    );
    for (const [index, { id, needs }] of layers.entries()) {
      for (const need of needs) assert.ok(layerIds.indexOf(need) < index, `${id} needs ${need}`);
    }
  });
});

describe('renderDiagnosis', () => {
  it('prints one line per layer, explains the first failure with its turn, and then the warnings', async () => {
    const table = [
      layer('validity', [], problem('warn', 'DOC-111', { days: 4, date: 'then', threshold: 5 })),
      layer('names', [], ok('a\u001b[31mb\nc')),
      layer('connection', [], problem('fail', 'DOC-202', { host: 'h' })),
      layer('api-key', ['connection'], ok('never seen')),
    ];
    const text = renderDiagnosis(diagnosisOf(target, await diagnose(table, subject, never), false));
    assert.match(text, /^ {2}FAIL {2}connection +nothing accepts connections at h$/m);
    assert.match(text, /^ {2}skip {2}api-key +needs connection$/m);
    assert.match(
      text,
      /What stops you: connection \(DOC-202\)\n.*\n.*\n {2}Turn: you, then your DNS or network people/,
    );
    assert.ok(text.indexOf('What stops you') < text.indexOf('In time: validity (DOC-111)'));
    assert.match(text, /Not ready: connection\.\n$/);
    assert.ok(!text.includes('\u001b') && text.includes('a [31mb c'), 'no control characters reach the terminal');
  });
});
