import assert from 'node:assert/strict';
import { test } from 'node:test';
import { containerDifferences } from './container-differences.js';
import { aContainer, type ContainerChange } from './test-kit/container.js';

const pair = (first: ContainerChange | null, second: ContainerChange | null) =>
  containerDifferences(
    [first, second].map((change, at) => ({ index: at + 1, container: change === null ? null : aContainer(change) })),
  );
const otherId = `sha256:${'2'.repeat(64)}`;

/** What one of two shards had otherwise, and what has to be said of it; null for nothing. */
const cases: readonly (readonly [string, ContainerChange | null, ContainerChange | null, RegExp | null])[] = [
  ['no container at all', null, null, null],
  ['the same container', {}, {}, null],
  [
    'a container in one of them',
    {},
    null,
    /^the image \(shard 1: their\/emulator:3 sha256:1{64}; shard 2: no container\)$/,
  ],
  ['a name that moved to another image', {}, { image: { id: otherId } }, /^the image \(.*sha256:1+; .*sha256:2+\)$/],
  ['another name', {}, { image: { name: 'their/emulator:4' } }, /emulator:3.*emulator:4/],
  [
    'one recipe built on two machines',
    { image: { origin: 'built-on-base' } },
    { image: { origin: 'built-on-base', id: otherId, size: 1001 } },
    null,
  ],
  [
    'two recipes with one digest',
    { image: { origin: 'built-on-base' } },
    { image: { origin: 'built-on-base', name: 'our/emulator:4' } },
    /our\/emulator:4/,
  ],
  ['a planted fault', {}, { settings: { command: ['--fault', 'x'] } }, /^command of the container settings$/],
  ['another pace', {}, { settings: { timeScale: 3 } }, /^timeScale of the container settings$/],
  ['another engine', {}, { engine: { version: '27.0', architecture: 'arm64' } }, null],
  ['where the engine is reached, and for how long', {}, { settings: { host: '172.17.0.1', startSeconds: 9 } }, null],
];

for (const [name, first, second, said] of cases) {
  test(`${name}: ${said === null ? 'no difference' : 'named'}`, () => {
    const found = pair(first, second).join();
    if (said === null) assert.equal(found, '');
    else assert.match(found, said);
  });
}

test('shards with the same image are named together', () => {
  const of = [aContainer(), null, aContainer()].map((container, at) => ({ index: at + 1, container }));
  assert.match(containerDifferences(of).join(), /shard 1, 3: their.*; shard 2: no container/);
});
