#!/usr/bin/env node
import { exitCode } from '../messages/exit-code.js';
import { answersTls } from '../emulator/container/health-check.js';
import { emulatorMain } from './emulator-main.js';
import { watchForUncaught } from './last-resort.js';
import { stopOnSignals } from './stop-on-signals.js';

// The edge of the emulator's image. As its first process it gets no default handling of signals: it must take them itself.
const interrupted = new AbortController();
stopOnSignals(process, interrupted);
const { stdout, stderr, argv } = process;
watchForUncaught(process, { stderr });
const [command, port] = argv.slice(2);
const code =
  command === 'health'
    ? (await answersTls(Number(port)))
      ? exitCode.ok
      : exitCode.rejected
    : await emulatorMain(argv.slice(2), { stdout, stderr, interrupted: interrupted.signal });
process.exit(code);
