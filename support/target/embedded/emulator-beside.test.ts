import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { emulatorBeside } from './emulator-beside.js';

/** A thread that does something with every work. */
const threadThat = (does: string) =>
  emulatorBeside(
    new URL(
      `data:text/javascript,${encodeURIComponent(`
        import { parentPort } from 'node:worker_threads';
        parentPort.on('message', (work) => { ${does} });`)}`,
    ),
  );

const broken = { name: 'CodedError', code: 'EMU-301', exit: 3 };

describe('the thread of an emulator', () => {
  const ends: readonly (readonly [string, string, RegExp])[] = [
    ['throws where nobody waits', 'setImmediate(() => { throw new RangeError("no room"); })', /RangeError: no room/],
    ['rejects where nobody waits', 'void Promise.reject(new TypeError("no such thing"))', /TypeError: no such thing/],
    ['ends', 'process.exit(0)', /its thread ended with 0/],
    ['runs out of memory', 'throw Object.assign(new Error("heap"), { code: "ERR_WORKER_OUT_OF_MEMORY" })', /heap/],
  ];
  for (const [what, does, problem] of ends)
    it(`that ${what} breaks what waits for it and everything after that`, async () => {
      const thread = threadThat(does);
      const asked = [thread.ask({ does: 'pass-idle-time' }, 'done'), thread.ask({ does: 'tell-secrets' }, 'secrets')];
      for (const each of asked) await assert.rejects(each, { ...broken, message: problem });
      assert.equal(thread.lost.aborted, true);
      assert.match(String(thread.lost.reason), problem);
      await assert.rejects(thread.ask({ does: 'close' }, 'done'), { ...broken, message: problem });
      await thread.end();
    });

  it('that answers something else than was asked for is not believed', async () => {
    const thread = threadThat(`parentPort.postMessage({ kind: 'done' })`);
    await assert.rejects(thread.ask({ does: 'tell-secrets' }, 'secrets'), /expected secrets .* received done/);
    await thread.end();
    assert.equal(thread.lost.aborted, false);
  });

  it('leaves nobody waiting when it is ended', async () => {
    const thread = threadThat('');
    const asked = thread.ask({ does: 'close' }, 'done');
    await Promise.all([assert.rejects(asked, /was ended/), thread.end()]);
  });

  it('answers in the order in which it was asked, and goes on after a work that failed', async () => {
    const thread = emulatorBeside();
    try {
      const asked = [
        thread.ask({ does: 'tell-secrets' }, 'secrets'),
        thread.ask({ does: 'close' }, 'done'),
        thread.ask({ does: 'pass-idle-time' }, 'done'),
      ];
      const settled = await Promise.allSettled(asked);
      assert.deepEqual(
        settled.map(({ status }) => status),
        ['rejected', 'fulfilled', 'rejected'],
      );
      assert.equal(thread.lost.aborted, false);
    } finally {
      await thread.end();
    }
  });
});
