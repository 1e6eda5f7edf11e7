import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { capturedIo } from './captured-io.js';
import { emulatorMain } from './emulator-main.js';

describe("the program of the emulator's image", () => {
  for (const [line, code, told] of [
    ['--no-such-flag', 64, /CMD-101.*no-such-flag/],
    ['--port 0', 64, /whole number from 1/],
    ['--seed -1', 64, /whole number/],
    ['stray', 64, /CMD-101/],
    ['--credentials=', 64, /expected a value/],
    ['--port 8443 --port 8444', 64, /given twice/],
    ['--credentials /nowhere/at/all', 78, /EMU-108.*\/nowhere\/at\/all/],
  ] as const) {
    it(`ends with ${code} for ${line}`, async () => {
      const captured = capturedIo('.');
      assert.equal(await emulatorMain(line.split(' '), captured.io), code);
      assert.match(captured.stderr(), told);
    });
  }

  it('shows its flags and its version', async () => {
    const captured = capturedIo('.');
    assert.equal(await emulatorMain(['--help'], captured.io), 0);
    assert.equal(await emulatorMain(['--version'], captured.io), 0);
    assert.match(captured.stdout(), /--back-channel <port>[^]*\n\d+\.\d+\.\d+/);
  });
});
