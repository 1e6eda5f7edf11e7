import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { ownContractPath } from '../../config/own-contract-path.js';
import { loadContract } from '../../contract/load-contract.js';
import { loadLifecycles } from '../../lifecycle/load-lifecycles.js';
import { exclusionPattern } from '../exclusions/exclusion-pattern.js';
import { exclusionsIn, exclusionsPath } from '../exclusions/read-exclusions.js';
import { listTargets } from '../targets/list-targets.js';
import { targetKindNames } from '../targets/target-kinds.js';
import { floorIn, floorPath, openIn } from './floor.js';
import { renderFloor } from './render-floor.js';

const contract = await loadContract({ contractPath: ownContractPath, overlayPath: null, given: false });
const { targets } = listTargets(contract.document, Object.values(await loadLifecycles()));
const ids = new Set(targets.map(({ id }) => id));
const text = await readFile(floorPath(), 'utf8');
const floor = floorIn(text, floorPath());

test('the contract has not grown since coverage was last accepted: cover or exclude, then npm run coverage:accept', () => {
  const now = Object.fromEntries(
    targetKindNames.map((kind) => [kind, targets.filter((target) => target.kind === kind).length]),
  );
  assert.deepEqual(now, floor.targets);
});

test('every target the floor calls open exists', () => {
  assert.deepEqual(
    openIn(floor).filter((id) => !ids.has(id)),
    [],
  );
});

test('every exclusion names a target, and none takes a whole kind away', async () => {
  const exclusions = exclusionsIn(await readFile(exclusionsPath(), 'utf8'), exclusionsPath());
  assert.ok(exclusions.length > 0);
  for (const { targets: pattern } of exclusions) {
    const named = targets.filter(({ id }) => exclusionPattern(pattern)(id));
    assert.ok(named.length > 0, `${pattern} names nothing`);
    for (const kind of new Set(named.map((target) => target.kind))) {
      const all = targets.filter((target) => target.kind === kind).length;
      assert.ok(named.filter((target) => target.kind === kind).length < all, `${pattern} names every ${kind}`);
    }
  }
});

test('the floor is written as it is rendered, so that its differences can be read', () => {
  assert.equal(renderFloor(floor), text);
});

test('no two targets share an id, and kind and owner hold no colon', () => {
  assert.equal(ids.size, targets.length);
  for (const { id, kind, owner, place, detail } of targets) {
    assert.equal(id, `${kind}:${owner}:${place}${detail === null ? '' : `=${detail}`}`);
    assert.ok(!owner.includes(':'), id);
  }
});
