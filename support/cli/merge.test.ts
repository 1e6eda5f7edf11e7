import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { appendFile, cp, mkdtemp, readdir, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { planFiles } from '../evidence/plan-files.js';
import { readBuildInfo } from '../config/embedded-build.js';
import { packageVersion } from '../config/package-root.js';
import { openPack } from '../evidence/verify/open-pack.js';
import { mergedDifferences } from '../runner/merge/check-merged.js';
import { mergeShards } from '../runner/merge/merge-shards.js';
import { openOwnShard } from '../runner/merge/shard-source.js';
import { aContainer, type ContainerChange } from '../runner/merge/test-kit/container.js';
import { shardInContainer } from '../runner/merge/test-kit/shard-in-container.js';
import { readRecordedRun } from '../runner/recompute/recorded-run.js';
import { startChild } from './test-kit/child.js';
import { runHere } from './test-kit/here.js';

const tags = '@TM-01 or @TM-10 or @TM-25 or @TM-48 or @TM-63';
const numbers = [1, 2, 3, 4] as const;

/** Something changed in a merged pack, and what has to be said of it. */
const alterations: readonly (readonly [string, (root: string) => Promise<void>, RegExp])[] = [
  [
    'a line of a joined stream',
    (root) => edit(join(root, 'exchanges/exchanges.ndjson'), '"status":200', '"status":201'),
    /shards\/1\/exchanges\/exchanges\.ndjson: it was altered/,
  ],
  [
    'the journal of a shard',
    (root) => edit(join(root, 'shards/2/journal/events.ndjson'), '"verdict":"pass"', '"verdict":"fail"'),
    /shards\/2\/journal\/events\.ndjson/,
  ],
  [
    'an event of the joined journal',
    (root) => edit(join(root, 'journal/events.ndjson'), '"verdict":"pass"', '"verdict":"fail"'),
    /journal\/events\.ndjson line \d+: it is not what the journal of its shard says/,
  ],
  [
    'a further event in the joined journal',
    (root) => appendFile(join(root, 'journal/events.ndjson'), '{"n":99,"at":"","previousHash":"","type":"ended"}\n'),
    /journal\/events\.ndjson line \d+: it was added: no shard recorded it/,
  ],
  [
    'the decision of a shard',
    (root) => edit(join(root, 'shards/3/results/gate.json'), '"interrupted": false', '"interrupted": true'),
    /shards\/3\/results\/gate\.json: it was altered/,
  ],
  [
    'a shard under another number',
    (root) => edit(join(root, 'plan/merged.json'), '"index": 3', '"index": 5'),
    /VFY-302|names the shards 1,2,5,4/,
  ],
  [
    'what the plan was bound to',
    (root) => edit(join(root, 'plan/merged.json'), '"overlay": false', '"overlay": true'),
    /plan\/merged\.json: its plan has another digest/,
  ],
  [
    'what one shard was tested in',
    (root) => writeFile(join(root, 'shards/2', planFiles.container), JSON.stringify(aContainer())),
    /plan\/merged\.json: its shards differ in the image \(shard 1, 3, 4: no container; shard 2: \S+ sha256:1+\)/,
  ],
  [
    'a file beside the shards',
    (root) => writeFile(join(root, 'shards/more.json'), '{}'),
    /shards\/more\.json: no shard of this run lies there/,
  ],
  [
    'the scenarios of the plan',
    (root) => edit(join(root, 'plan/scenarios.json'), '"partial": true', '"partial": false'),
    /plan\/scenarios\.json: it is not what the plans of the shards give/,
  ],
];

describe('four shards in two processes', () => {
  let cwd = '';
  let packs: readonly string[] = [];
  let merged = '';

  const command = async (...argv: readonly string[]) => runHere(argv, cwd);
  const requirements = async (pack: string) => {
    const { requirements: rows } = JSON.parse(await readFile(join(pack, 'summary.json'), 'utf8')) as Summary;
    return JSON.stringify(rows);
  };

  before(async () => {
    cwd = await mkdtemp(join(tmpdir(), 'axys-merge-'));
    const shard = (number: number) =>
      ['run', '--tags', tags, '--shard', `${String(number)}/4`, '--out', `s${String(number)}`] as const;
    // This process is the other.
    const first = startChild(shard(1), cwd);
    const here = [await command(...shard(2)), await command(...shard(3)), await command(...shard(4))];
    const whole = await command('run', '--tags', tags, '--out', 'whole');
    assert.equal(await first.ended, 0, first.stdout() + first.stderr());
    for (const { code, said } of [...here, whole]) assert.equal(code, 0, said);
    const plans = [first.stderr(), ...here.map(({ stderr }) => stderr)];
    const digests = plans.map((text) => /plan ([0-9a-f]{64})/.exec(text)?.[1]);
    assert.equal(new Set(digests).size, 1, 'both processes come to the same plan');
    for (const text of [first.stdout(), ...here.map(({ stdout }) => stdout)])
      assert.match(text, /^Next: merge all 4 shards/m);
    packs = await Promise.all(numbers.map((number) => realpath(join(cwd, `s${String(number)}/latest`))));
    const { code, said } = await command('merge', ...packs.toReversed());
    assert.equal(code, 0, said);
    merged = await realpath(join(cwd, 'reports/latest'));
  });
  after(() => rm(cwd, { recursive: true, force: true }));

  it('give the rows of the undivided run, byte for byte', async () => {
    assert.equal(await requirements(merged), await requirements(join(cwd, 'whole/latest')));
  });

  it('give a pack that verify finds sound, with every stream one behind the other', async () => {
    const { code, said } = await command('verify', merged);
    assert.equal(code, 0, said);
    const stream = 'exchanges/exchanges.ndjson';
    const parts = await Promise.all(packs.map((pack) => readFile(join(pack, stream))));
    assert.ok(Buffer.concat(parts).equals(await readFile(join(merged, stream))));
    const leftovers = JSON.parse(await readFile(join(merged, 'leftovers.json'), 'utf8')) as Leftovers;
    const labels = leftovers.kinds.flatMap(({ objects }) => objects.flatMap(({ label }) => label ?? []));
    const runs = new Set(labels.map((label) => label.split('.')[0]));
    assert.deepEqual([...runs].sort(), packs.map((pack) => pack.slice(pack.indexOf('run-2')).toLowerCase()).sort());
  });

  it('are refused when one is missing, and when one is broken, and nothing is decided', async () => {
    const [first = '', second = '', ...rest] = packs;
    const missing = await command('merge', '--out', 'refused', first, ...rest);
    assert.deepEqual([missing.code, /MRG-104.*shard 2\/4/s.test(missing.said)], [2, true], missing.said);
    const broken = join(cwd, 'broken');
    await cp(second, broken, { recursive: true });
    await edit(join(broken, 'results/results.ndjson'), '"verdict":"pass"', '"verdict":"fail"');
    const refused = await command('merge', '--out', 'refused', first, broken, ...rest);
    assert.deepEqual([refused.code, /MRG-301.*broken/s.test(refused.said)], [4, true], refused.said);
    await assert.rejects(realpath(join(cwd, 'refused/runs')));
  });

  it('are one run when all were tested in the same container, and none when one had another image or none', async () => {
    const runId = 'run-20261121T080000Z-000000';
    const { privateKey } = generateKeyPairSync('ed25519');
    const mergedFrom = async (out: string, changes: readonly (ContainerChange | null)[]) => {
      const sources = packs.map(async (pack, at) => {
        const [place, change = null] = [join(cwd, out, String(at + 1)), changes[at]];
        if (change !== null) await shardInContainer(pack, place, change, privateKey);
        return openOwnShard(change === null ? pack : place);
      });
      const [folder, build] = [join(cwd, out, 'runs', runId), readBuildInfo()];
      const request = { runId, folder, build, signingKeyPath: null, harnessVersion: packageVersion() };
      return mergeShards({ ...request, sources: await Promise.all(sources) });
    };
    const { gate } = await mergedFrom('same', [{}, {}, {}, {}]);
    const root = join(cwd, 'same/runs', runId);
    assert.deepEqual([gate.exitCode, await differences(root)], [0, ''], gate.why);
    assert.deepEqual(JSON.parse(await readFile(join(root, planFiles.container), 'utf8')), aContainer());
    const image = { id: `sha256:${'2'.repeat(64)}` };
    const other = /shard 1, 2, 4: \S+ sha256:1+; shard 3: \S+ sha256:2+/;
    await assert.rejects(mergedFrom('other', [{}, {}, { image }, {}]), { code: 'MRG-108', exit: 2, message: other });
    await assert.rejects(mergedFrom('lacking', [{}, {}, {}, null]), {
      code: 'MRG-108',
      message: /shard 4: no container/,
    });
    for (const out of ['other', 'lacking']) await assert.rejects(realpath(join(cwd, out, 'runs')));
  });

  it('are what --parallel runs on one machine, and nothing of its workers is left', async () => {
    const { code, said } = await command('run', '--parallel', '2', '--tags', '@TM-10 or @TM-25', '--out', 'parallel');
    assert.equal(code, 0, said);
    assert.match(said, /\[1\/2\] Shard 1 of 2.*\[2\/2\] Shard 2 of 2|\[2\/2\] Shard 2 of 2.*\[1\/2\] Shard 1 of 2/s);
    assert.deepEqual(
      (await readdir(join(cwd, 'parallel'))).filter((name) => name === 'parallel'),
      [],
    );
    assert.equal((await readdir(join(cwd, 'parallel/runs'))).filter((name) => !name.endsWith('.zip')).length, 1);
    const verified = await command('verify', 'latest', '--out', 'parallel');
    assert.equal(verified.code, 0, verified.said);
  });

  it('cannot be resumed once they are merged', async () => {
    const { code, said } = await command('run', '--resume', merged);
    assert.deepEqual([code, /RES-10[26]/.test(said)], [64, true], said);
  });

  for (const [name, change, said] of alterations) {
    it(`show when somebody changes ${name}`, async () => {
      const copy = join(cwd, 'copy');
      await cp(merged, copy, { recursive: true });
      await change(copy);
      assert.match(await differences(copy), said);
      await rm(copy, { recursive: true });
    });
  }
});

interface Summary {
  readonly requirements: readonly unknown[];
}

interface Leftovers {
  readonly kinds: readonly { readonly objects: readonly { readonly label: string | null }[] }[];
}

/** What a merged pack that was changed has against it, or why it cannot be read. */
async function differences(root: string): Promise<string> {
  const pack = await openPack(root);
  const found = await mergedDifferences(pack, await readRecordedRun(pack)).catch((error: unknown) => [
    { where: 'VFY-302', problem: String(error) },
  ]);
  return found.map(({ where, problem }) => `${where}: ${problem}`).join('\n');
}

/** Changes the first place where a text stands. */
async function edit(file: string, from: string, to: string): Promise<void> {
  const before = await readFile(file, 'utf8');
  const after = before.replace(from, to);
  assert.notEqual(after, before, `${file} has no ${from}`);
  await writeFile(file, after);
}
