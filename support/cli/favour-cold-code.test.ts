import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { describe, it } from 'node:test';
import { favourColdCode } from './favour-cold-code.js';

function flagsFor(version: string): readonly string[] {
  const flags: string[] = [];
  favourColdCode(version, (flag) => flags.push(flag));
  return flags;
}

describe('favourColdCode', () => {
  it('sets flags that this Node.js knows, and none on a version nobody measured', () => {
    assert.deepEqual(flagsFor('20.20.2'), ['--always-sparkplug', '--interrupt-budget=3000000']);
    assert.deepEqual(flagsFor('22.1.0'), []);
    assert.deepEqual(flagsFor('200.0.0'), []);
    // V8 says on stderr what it does not know, and goes on.
    const known = execFileSync(process.execPath, ['--v8-options'], { encoding: 'utf8' });
    for (const flag of flagsFor(process.versions.node))
      assert.ok(known.includes(`${flag.replace(/=.*/, '')} (`), `${flag} of Node.js ${process.version}`);
  });
});
