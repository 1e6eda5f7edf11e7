import assert from 'node:assert/strict';
import { test } from 'node:test';
import { walkDocument } from '../../../contract/document/document-walk.js';
import type { JsonObject } from '../../../json/json-pointer.js';
import { placesOf } from '../../../contract/document/places.js';
import { ownContractPath } from '../../../config/own-contract-path.js';
import { loadContract } from '../../../contract/load-contract.js';
import { lesser, markAt, ruleMark, type Mark } from './mark.js';

const mark = (provenance: Mark['provenance'], ...questions: readonly string[]): Mark => ({
  ...{ provenance, source: `docs/${provenance}`, questions },
});

test('the marks read here are those the judge goes by, at every object of the contract', async () => {
  const contract = await loadContract({ contractPath: ownContractPath, overlayPath: null, given: false });
  const document = contract.document as unknown as JsonObject;
  const places = placesOf(document);
  let compared = 0;
  walkDocument(document, ({ value, pointer }) => {
    assert.deepEqual(markAt(document, pointer), places.standing(value), pointer);
    compared += 1;
  });
  assert.ok(compared > 1000, String(compared));
});

test('of two marks the less well known counts, under the questions of both', () => {
  assert.deepEqual(lesser(mark('documented', 'U-01'), mark('assumed', 'U-02')), mark('assumed', 'U-01', 'U-02'));
  assert.deepEqual(lesser(mark('confirmed'), mark('documented')), mark('confirmed'));
});

test('an entry of x-rules speaks for itself and stays under the questions of its schema', () => {
  assert.deepEqual(ruleMark({ provenance: 'inferred', source: 'docs/x' }, mark('documented', 'U-01')), {
    ...{ provenance: 'inferred', source: 'docs/x', questions: ['U-01'] },
  });
  assert.equal(ruleMark({ closed: true }, mark('documented')), null);
  assert.throws(() => ruleMark({ provenance: 'rumoured' }, mark('documented')), /unknown provenance/);
});
