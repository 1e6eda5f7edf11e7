import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { ScanWindow } from './scan-window.js';

test('a window holds what was added, and what was kept of it, whatever becomes of the chunks', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.uint8Array({ maxLength: 40 }), fc.nat(60))), (steps) => {
      const window = new ScanWindow();
      let expected = '';
      for (const [bytes, kept] of steps) {
        const chunk = Buffer.from(bytes);
        expected += chunk.toString('latin1');
        window.add(chunk);
        chunk.fill(0);
        assert.equal(window.text(), expected);
        if (kept > window.size) continue;
        window.keepLast(kept);
        expected = expected.slice(expected.length - kept);
        assert.equal(window.size, kept);
      }
      assert.equal(window.text(), expected);
    }),
  );
});
