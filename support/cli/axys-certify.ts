#!/usr/bin/env -S node --
// The `--` above keeps our --env-file ours: Node 20 reads a flag of that name wherever it stands on the command line, and
// exits when the file does not exist yet.
//
// Nothing is imported up here: a module that cannot be loaded ends the process with Node's exit code 1, which here means that
// the product is rejected.
// Loading takes a while, and a signal meanwhile interrupts a run that has nothing to write down yet: exit code 2, as pinned.
// Whoever listens later, the edge first of all, decides instead.
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    if (process.listenerCount(signal) === 1) process.exit(2);
  });
}
try {
  const { favourColdCode } = await import('./favour-cold-code.js');
  favourColdCode(process.versions.node);
  await import('./edge.js');
} catch (error) {
  process.stderr.write(
    `CMD-308: The harness cannot be loaded by Node.js ${process.version}: ${String(error)}.\n` +
      '  It needs Node.js 20.19 or newer, all files of its package, and some open files (ulimit -n). Install it again.\n',
  );
  process.exit(3);
}
