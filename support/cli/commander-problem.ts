import type { CommanderError } from 'commander';

/** What Commander says of a command line, as one sentence in one line without its end. */
export function commanderProblem({ message }: CommanderError): string {
  return message
    .replace(/^error: /, '')
    .replace(/\s*\n\s*/g, ' ')
    .replace(/\.$/, '');
}
