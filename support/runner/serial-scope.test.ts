import assert from 'node:assert/strict';
import { AsyncLocalStorage } from 'node:async_hooks';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { packageRoot } from '../config/package-root.js';
import { SerialScope } from './serial-scope.js';
import { takeScopes } from './serial-scopes.js';

describe('SerialScope', () => {
  it('remembers the innermost call, however it ends, and nothing outside of any', async () => {
    const scope = new SerialScope<string>();
    const seen: (string | undefined)[] = [];
    const look = () => {
      seen.push(scope.getStore());
    };
    const inner = () => scope.run('inner', look);
    const broken = () => scope.run('broken', () => Promise.reject(new Error('a step failed')));
    look();
    await scope.run('outer', async () => {
      await inner();
      look();
      await assert.rejects(broken(), /a step failed/);
      look();
    });
    look();
    assert.deepEqual(seen, [undefined, 'inner', 'outer', 'outer', undefined]);
    await assert.rejects(
      scope.run('alone', () => {
        throw new Error('at once');
      }),
      /at once/,
    );
    assert.equal(scope.getStore(), undefined);
  });
});

describe('takeScopes', () => {
  const forms: Readonly<Record<string, PropertyDescriptor>> = {
    'a value, as in Node 20': { value: AsyncLocalStorage, configurable: true, enumerable: true, writable: true },
    'a getter, as in Node 22': { get: () => AsyncLocalStorage, configurable: true, enumerable: true },
  };
  for (const [form, own] of Object.entries(forms))
    it(`takes the place of Node's scope and gives it back as it was: ${form}`, () => {
      const module = Object.defineProperty({}, 'AsyncLocalStorage', own);
      const before = Object.getOwnPropertyDescriptor(module, 'AsyncLocalStorage');
      const giveBack = takeScopes(module);
      assert.deepEqual(Object.values(module), [SerialScope]);
      giveBack();
      assert.deepEqual(Object.values(module), [AsyncLocalStorage]);
      assert.deepEqual(Object.getOwnPropertyDescriptor(module, 'AsyncLocalStorage'), before);
    });

  it('leaves alone what cannot be replaced', () => {
    const module = Object.freeze({ AsyncLocalStorage });
    takeScopes(module)();
    assert.equal(module.AsyncLocalStorage, AsyncLocalStorage);
  });
});

describe('a run', () => {
  /** What a step sees in a process that has loaded Cucumber so, after its first wait. */
  const seenBy = (loading: string) => {
    const scopes = join(packageRoot(), 'node_modules/@cucumber/cucumber/lib/runtime/scope/test_case_scope.js');
    const code = `
      import { createRequire } from 'node:module';
      import { AsyncLocalStorage, executionAsyncId } from 'node:async_hooks';
      await import(${JSON.stringify(loading)});
      const require = createRequire(import.meta.url);
      const { runInTestCaseScope, worldProxy } = require(${JSON.stringify(scopes)});
      await runInTestCaseScope({ world: { named: 'world' } }, async () => {
        await null;
        const own = require('node:async_hooks').AsyncLocalStorage === AsyncLocalStorage;
        console.log(worldProxy.named, own, executionAsyncId() === 0 ? 'no promise is followed' : 'every promise is followed');
      });`;
    return execFileSync(process.execPath, ['--input-type=module', '--eval', code], { encoding: 'utf8' }).trim();
  };

  it('gives steps their world without following every promise, and leaves the scopes of Node to others', () => {
    const ours = pathToFileURL(join(packageRoot(), 'dist/support/runner/cucumber.js')).href;
    assert.equal(seenBy(ours), 'world true no promise is followed');
  });
});
