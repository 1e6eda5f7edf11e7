/** Every code there is, in words, for the help of the program. */
export const everyExit =
  '0 pass, 1 rejected, 2 incomplete, 3 harness error, 4 integrity, 5 waiting for people, 64 usage, 77 refused, 78 configuration';

/** What each command's exit codes mean, in the words of its help. 64, usage, is every command's. */
const exits: Readonly<Record<string, string>> = {
  run: everyExit,
  coverage: '0 at or above the floor, 2 below it, 64 usage, 78 floor or exclusions cannot be used',
  diff: '0 additive or less, 1 breaking, 2 conditionally breaking or unknown, 4 a pack is not whole, 64 usage, 78 a document cannot be read',
  doctor: '0 every layer works, 1 a layer fails, 64 usage, 77 refused, 78 configuration',
  emulator: '0 ended by a signal, 64 usage, 78 port, program profile or a file that cannot be written',
  merge: 'those of run; 2 also for packs that are not exactly the shards of one plan',
  mutate:
    '0 everything killed, 1 a survivor, 2 interrupted, 3 no clean control run or something that could not be tried, 64 usage, 78 configuration',
  report: '0 made, 3 not made (no Java, nothing to show), 64 usage',
  'signing-key': '0 made, 64 usage, 78 a file that exists already or cannot be written',
  verify: '0 sound, 4 not sound, whatever the decision; 64 usage, 78 a key that cannot be read',
};

/** The line of a command's help that says what its exit codes mean. */
export function exitsOf(command: string): string {
  const meant = exits[command];
  if (meant === undefined) throw new Error(`command-exits.ts does not say how "${command}" ends`);
  return `Exit codes: ${meant}`;
}
