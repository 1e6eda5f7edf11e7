import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, describe, it } from 'node:test';
import { localNodeFor, ownNodeFacts } from './local-node.js';
import { importsOf, moduleGraph } from './module-graph.js';
import { packageFolders } from './package-folders.js';
import { placeInImage } from './place-in-image.js';
import { outdatedImages } from './prune-images.js';

const root = await mkdtemp(join(tmpdir(), 'axys-image-parts-'));
after(() => rm(root, { recursive: true, force: true }));

async function write(files: Readonly<Record<string, string>>): Promise<void> {
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), content);
  }
}

describe('importsOf', () => {
  it('finds every form the compiler writes, and nothing in comments', () => {
    const source = `import { a,\n  b\n} from './several-lines.js';\nimport x from "double";\nimport 'effect';
export * from './all.js';\nconst lazy = await import('./lazy.js');\nconst old = require('commonjs/sub');
// import z from 'comment';\n/** from 'documentation' */\n * import('example')\n`;
    assert.deepEqual(
      [...importsOf(source)].sort(),
      ['./all.js', './lazy.js', './several-lines.js', 'commonjs/sub', 'double', 'effect'].sort(),
    );
  });
});

describe('moduleGraph', () => {
  it('follows our own files, lazy ones and circles included, and names packages once', async () => {
    await write({
      'graph/main.js': "import './a.js';\nimport { x } from 'one/deep';\nimport 'node:fs';\n",
      'graph/a.js': "import('./deep/b.js');\nimport y from '@scope/two/sub';\n",
      'graph/deep/b.js': "import '../main.js';\nimport z from 'one';\n",
      'graph/unused.js': "import 'three';\n",
    });
    assert.deepEqual(await moduleGraph(root, 'graph/main.js'), {
      files: ['graph/a.js', 'graph/deep/b.js', 'graph/main.js'],
      packages: ['@scope/two', 'one'],
    });
  });

  it('rejects when a module is missing', async () => {
    await write({ 'broken/main.js': "import './gone.js';\n" });
    await assert.rejects(moduleGraph(root, 'broken/main.js'), /ENOENT/);
  });
});

describe('packageFolders', () => {
  it('finds what packages depend on, each version where Node would', async () => {
    await write({
      'pkg/node_modules/one/package.json': '{"dependencies":{"deep":"1"}}',
      'pkg/node_modules/one/node_modules/deep/package.json': '{}',
      'pkg/node_modules/two/package.json': '{"dependencies":{"deep":"2","one":"1"}}',
      'pkg/node_modules/deep/package.json': '{}',
      'pkg/node_modules/unused/package.json': '{}',
    });
    const found = await packageFolders(join(root, 'pkg'), ['two']);
    assert.deepEqual(
      found.map(({ folder }) => folder.slice(join(root, 'pkg/node_modules/').length)),
      ['deep', 'one', 'one/node_modules/deep', 'two'],
    );
  });

  it('rejects for what is not installed', async () => {
    await assert.rejects(packageFolders(root, ['never-installed-anywhere']), /never-installed-anywhere.*not installed/);
  });
});

describe('placeInImage', () => {
  for (const [folder, place] of [
    ['/x/node_modules/ours/node_modules/deep', 'app/node_modules/deep'],
    ['/x/node_modules/undici', 'node_modules/undici'],
    ['/x/node_modules/@a/b/node_modules/c', 'node_modules/@a/b/node_modules/c'],
  ] as const) {
    it(`puts ${folder} where Node finds it again`, () => {
      assert.equal(placeInImage('/x/node_modules/ours', folder), place);
    });
  }

  it('throws for a folder that Node would not have found', () => {
    assert.throws(() => placeInImage('/x/ours', '/y/node_modules/undici'), /nothing of ours/);
  });
});

describe('localNodeFor', () => {
  const facts = {
    ...ownNodeFacts,
    platform: 'linux',
    arch: 'x64',
    libraries: () => ['linux-vdso.so.1', '/l/libc.so', '/a.node'],
  };

  it('takes the libraries that are files, and no add-on', async () => {
    const node = await localNodeFor('x86_64', facts);
    assert.deepEqual([node?.program, node?.libraries], [process.execPath, ['/l/libc.so']]);
  });

  it('is nothing for another system or architecture', async () => {
    assert.equal(await localNodeFor('aarch64', facts), null);
    assert.equal(await localNodeFor('x86_64', { ...facts, platform: 'darwin' }), null);
  });

  it('tells two builds of Node.js apart', async () => {
    const [one, other] = [
      await localNodeFor('amd64', facts),
      await localNodeFor('amd64', { ...facts, version: 'v99' }),
    ];
    assert.notEqual(one?.mark, other?.mark);
  });
});

describe('outdatedImages', () => {
  const image = (name: string, created: number) => ({ name, created });

  it('lets all but the newest two earlier images go, never the one in use or somebody else’s', () => {
    const images = [
      ...[
        image('axys-certify-emulator:a', 1),
        image('axys-certify-emulator:b', 4),
        image('axys-certify-emulator:c', 3),
      ],
      ...[image('axys-certify-emulator:now', 2), image('theirs:1', 0), image('axys-certify-emulator:d', 5)],
    ];
    const gone = outdatedImages(images, 'axys-certify-emulator:now');
    assert.deepEqual(gone, ['axys-certify-emulator:a', 'axys-certify-emulator:c']);
    assert.deepEqual(outdatedImages(images.slice(0, 2), 'axys-certify-emulator:now'), []);
  });
});
