// Loaded before node:test is. Node follows every promise of a process of tests with an async hook, so that an error after its
// test names that test: an eighth of the CPU of all tests. All that is needed to know which suite a test belongs to is what a
// suite or a test does when it is made, and that needs no hook. An error that reaches nobody still fails the process, without
// the name of a test. On a Node.js that does it otherwise nothing changes.
import hooks from 'node:async_hooks';

const { createHook, AsyncResource } = hooks;
let made = () => {};

hooks.createHook = (callbacks) => {
  made = callbacks.init;
  const hook = { enable: () => hook, disable: () => hook };
  return hook;
};
hooks.AsyncResource = class extends AsyncResource {
  constructor(type, options) {
    super(type, options);
    made(this.asyncId(), type, this.triggerAsyncId(), this);
  }
};

/** Gives back what was taken, once node:test has made its hook: hooks of others work as ever. */
export function giveBack() {
  Object.assign(hooks, { createHook, AsyncResource });
}
