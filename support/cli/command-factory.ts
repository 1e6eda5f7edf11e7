import type { Command } from 'commander';
import type { ExitCode } from '../messages/exit-code.js';
import type { CommandIo } from './streams.js';

/** A command under construction: it registers itself and says its exit code through `finish`. */
export type CommandFactory = (io: CommandIo, finish: (code: ExitCode) => void) => Command;
