import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { packageRoot } from '../config/package-root.js';
import { importGraph } from './test-kit/import-graph.js';

interface StartUp {
  /** What a person types. */
  readonly typed: string;
  /** Compiled modules below `dist/support` that it loads one after the other. */
  readonly modules: readonly string[];
  /** Libraries that come with them: these and no others. */
  readonly libraries: readonly string[];
}

const verifySteps = [
  'evidence/verify/verify-steps',
  'views/check-views',
  'runner/recompute/recompute-run',
  'runner/recompute/own-plan',
];

/** A library costs up to 0.4 s of CPU at each start: whoever adds one to a row says here that the command needs it. */
const startUps: readonly StartUp[] = [
  { typed: '--version, --help, a usage error', modules: ['cli/main'], libraries: ['commander'] },
  { typed: 'verify of a pack that is not there', modules: ['cli/main', 'cli/verify'], libraries: ['commander'] },
  {
    typed: 'verify PACK',
    modules: ['cli/main', 'cli/verify', ...verifySteps],
    libraries: ['@dagrejs/dagre', 'allure-js-commons', 'commander'],
  },
  { typed: 'coverage RUN', modules: ['cli/main', 'cli/coverage'], libraries: ['commander'] },
  {
    typed: 'report RUN',
    modules: ['cli/main', 'cli/report'],
    libraries: ['allure-js-commons', 'commander'],
  },
];

/** Never part of a command that only reads what lies on the disk. */
const machinery = ['@cucumber/cucumber', '@peculiar/x509', 'archiver', 'pino', 'testcontainers', 'undici'];

describe('a command loads what it needs', () => {
  for (const { typed, modules, libraries } of startUps)
    it(typed, () => {
      const entries = modules.map((module) => join(packageRoot(), 'dist/support', `${module}.js`));
      const loaded = [...importGraph(entries, 'eager').packages].sort();
      assert.deepEqual(loaded, libraries);
      assert.deepEqual(
        loaded.filter((library) => machinery.includes(library)),
        [],
      );
    });

  it('diff OLD NEW', () => {
    const { packages } = importGraph([join(packageRoot(), 'dist/support/cli/diff.js')], 'eager');
    assert.deepEqual(
      machinery.filter((library) => packages.has(library)),
      [],
    );
  });

  it('run: on the embedded emulator, whose libraries only its thread loads', async () => {
    const steps = (await readdir(join(packageRoot(), 'dist/steps'))).filter((name) => name.endsWith('-steps.js'));
    assert.ok(steps.length > 10, `${String(steps.length)} files of steps`);
    const entries = [
      ...['prepare-emulator', 'certify', 'carry-out-run'].map((module) =>
        join(packageRoot(), 'dist/support/cli', `${module}.js`),
      ),
      ...['world', 'hooks', 'parameter-types'].map((name) => join(packageRoot(), 'dist/support/world', `${name}.js`)),
      ...steps.map((name) => join(packageRoot(), 'dist/steps', name)),
    ];
    const ofEmulator = ['@peculiar/x509', 'find-my-way', 'reflect-metadata'];
    const { packages } = importGraph(entries, 'eager');
    assert.deepEqual(
      ofEmulator.filter((library) => packages.has(library)),
      [],
    );
    const thread = join(packageRoot(), 'dist/support/target/embedded/emulator-thread.js');
    const inThread = importGraph([thread], 'eager').packages;
    assert.deepEqual(
      ofEmulator.filter((library) => !inThread.has(library)),
      [],
    );
    // What calls a target has no work in the one that answers.
    assert.ok(!inThread.has('undici'));
  });

  it('run before anything is to be run: a refusal, --dry-run', () => {
    const entry = join(packageRoot(), 'dist/support/cli/certify.js');
    const { modules, packages } = importGraph([entry], 'eager');
    assert.deepEqual([...packages].sort(), ['@cucumber/cucumber', 'allure-js-commons', 'commander']);
    const later = ['runner/execute-run', 'views/write-views', 'evidence/verify/verify-steps'];
    for (const module of later) assert.ok(!modules.has(join(packageRoot(), 'dist/support', `${module}.js`)), module);
  });

  it('and run does load the machinery, so that the search is known to find it', () => {
    const { packages } = importGraph([join(packageRoot(), 'dist/support/cli/certify.js')], 'any');
    assert.deepEqual(
      machinery.filter((library) => library !== 'testcontainers' && !packages.has(library)),
      [],
    );
  });
});
