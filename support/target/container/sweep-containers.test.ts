import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { labelsOf, ownerIn, type ContainerOwner } from './labels.js';
import { isLeftOver } from './sweep-containers.js';

const now = Date.UTC(2026, 10, 21);
const owner: ContainerOwner = { run: 'run-1', process: { pid: 4242, born: 'boot:77' }, machine: 'here' };
const alive = { isRunning: () => Promise.resolve(true) };
const dead = { isRunning: () => Promise.resolve(false) };
const found = (labels: Readonly<Record<string, string>>, ageHours = 1) => ({
  ...{ id: 'abc', labels, created: now - ageHours * 3_600_000 },
});

describe('the owner of a container', () => {
  it('is read back from its labels', () => {
    assert.deepEqual(ownerIn(labelsOf(owner)), owner);
    const elsewhere = { ...owner, process: { pid: 1, born: null } };
    assert.deepEqual(ownerIn(labelsOf(elsewhere)), elsewhere);
  });

  it('is nobody where labels are missing or no pid', () => {
    assert.equal(ownerIn({}), null);
    assert.equal(ownerIn({ ...labelsOf(owner), 'org.axys-certify.pid': '-1' }), null);
  });
});

describe('isLeftOver', () => {
  for (const [what, labels, ageHours, processes, expected] of [
    ['a dead process of this machine', labelsOf(owner), 1, dead, true],
    ['a living process of this machine', labelsOf(owner), 1, alive, false],
    [
      'a process of another machine, whose pid means nothing here',
      labelsOf({ ...owner, machine: 'there' }),
      1,
      dead,
      false,
    ],
    ['another machine, longer ago than any run', labelsOf({ ...owner, machine: 'there' }), 25, alive, true],
    ['somebody who is not us', { other: 'label' }, 100, dead, false],
  ] as const) {
    it(`is ${String(expected)} for the container of ${what}`, async () => {
      assert.equal(await isLeftOver(found(labels, ageHours), { processes, machine: 'here', now }), expected);
    });
  }

  it('asks for the very process, so that a pid somebody else has by now is dead', async () => {
    const asked: unknown[] = [];
    const processes = { isRunning: (mark: unknown) => Promise.resolve(asked.push(mark) > 0) };
    await isLeftOver(found(labelsOf(owner)), { processes, machine: 'here', now });
    assert.deepEqual(asked, [owner.process]);
  });
});
