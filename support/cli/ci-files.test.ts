import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, test } from 'node:test';
import { parse } from 'yaml';
import { environmentVariables } from '../config/environment-variables.js';
import { packageRoot } from '../config/package-root.js';
import { capturedIo } from './captured-io.js';
import { main } from './main.js';

const textOf = (path: string) => readFileSync(join(packageRoot(), path), 'utf8');
const ready = 'docs/ci';
const script = `${ready}/axys-certify.sh`;
const workflows = [`${ready}/github-workflow.yml`, `${ready}/github-shards.yml`, '.github/workflows/ci.yml'];

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly if?: string;
}
interface Workflow {
  readonly permissions: unknown;
  readonly jobs: Readonly<Record<string, { readonly 'timeout-minutes'?: number; readonly steps: readonly Step[] }>>;
}

for (const file of workflows) {
  describe(file, () => {
    const { permissions, jobs } = parse(textOf(file)) as Workflow;
    const steps = Object.values(jobs).flatMap((job) => job.steps);

    test('may only read, and no job runs for ever', () => {
      assert.deepEqual(permissions, { contents: 'read' });
      for (const [name, job] of Object.entries(jobs)) assert.ok((job['timeout-minutes'] ?? 0) > 0, name);
    });

    test('every action is pinned by commit, with its version beside it', () => {
      const uses = textOf(file).match(/uses: .*/g) ?? [];
      assert.ok(uses.length > 0);
      for (const line of uses) assert.match(line, /^uses: [\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
    });

    test('evidence is kept when a job fails', () => {
      const uploads = steps.filter(({ uses }) => uses?.startsWith('actions/upload-artifact@'));
      assert.ok(uploads.length > 0);
      for (const upload of uploads) assert.match(upload.if ?? '', /always\(\)|!cancelled\(\)/);
    });

    test('no text that others choose and no secret becomes part of a command', () => {
      for (const { run } of steps) assert.doesNotMatch(run ?? '', /\$\{\{(?!\s*(?:matrix|strategy)\.)/);
    });
  });
}

describe('the commands that the ready files and their page name', () => {
  const known = new Map<string, string>();
  before(async () => {
    const helpOf = async (...argv: string[]) => {
      const captured = capturedIo(packageRoot(), {});
      await main([...argv, '--help'], captured.io);
      return captured.stdout();
    };
    for (const [, name = ''] of (await helpOf()).matchAll(/^ {2}([a-z-]+) (?:\[|<)/gm))
      known.set(name, await helpOf(name));
  });

  /** Command lines of the script, with the flags that follow on the line. */
  const calls = [...textOf(script).matchAll(/^\s*certify ([a-z]+)\b(.*)/gm)].map(([, command = '', rest = '']) => ({
    command,
    flags: rest.match(/--[a-z][a-z-]*/g) ?? [],
  }));

  test('the script calls what there is, with flags that there are', () => {
    assert.deepEqual([...new Set(calls.map(({ command }) => command))].sort(), ['diff', 'merge', 'run', 'verify']);
    for (const { command, flags } of calls)
      for (const flag of flags) assert.ok(known.get(command)?.includes(`${flag} `), `${command} has no ${flag}`);
  });

  test('flags that the script hands to run are its own', () => {
    const lines = textOf(script).match(/^ *(?:run|whole) .*|^ *echo ['"]--.*/gm) ?? [];
    const handed = lines.flatMap((line) => line.match(/--[a-z][a-z-]*/g) ?? []);
    for (const flag of ['--affected-by', '--baseline', '--shard', '--annotate']) assert.ok(handed.includes(flag), flag);
    for (const flag of handed) assert.ok(known.get('run')?.includes(`${flag} `), `run has no ${flag}`);
  });

  test('every AXYS_ variable is one that exists', () => {
    const names = new Set<string>(environmentVariables.map(({ name }) => name));
    const files = [...readdirSync(join(packageRoot(), ready)).map((name) => `${ready}/${name}`), 'docs/ci.md'];
    for (const file of files) {
      const text = textOf(file).replace(/(?:secrets|vars)\.AXYS_\w+|variable AXYS_BASELINE_RELEASE/g, '');
      for (const name of text.match(/\bAXYS_[A-Z]\w+/g) ?? []) assert.ok(names.has(name), `${file}: ${name}`);
    }
  });

  test('every file that the page names is there', () => {
    for (const [, target = ''] of textOf('docs/ci.md').matchAll(/\]\(([^)#]+)[^)]*\)/g))
      assert.notEqual(readFileSync(join(packageRoot(), 'docs', target)).length, 0, target);
  });
});
