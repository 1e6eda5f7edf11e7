// Which test files share a process, and in which order the processes begin: those that take longest first, so that none is
// left alone with a long one at the end.

/** Files with a process of their own, or with one for a few. */
const alone = [
  // Their packs are so large that the heap is told to be frugal, for good. They share a run.
  ['support/cli/full-matrix.test.js', 'support/cli/whole-matrix-in-shards.test.js'],
  ['support/cli/noise.test.js'],
  // Processes and threads of their own that follow a run.
  ['support/cli/parallel-stop-and-resume.test.js'],
  ['support/cli/recompute-beside.test.js'],
  ['support/views/auditor-report/auditor-page-in-browser.test.js'],
  // A hook of its root would run after every test of the group.
  ['support/world/masking-errors.test.js'],
];

/** Seconds of CPU of what takes more than a few. */
const seconds = {
  'support/cli/legal-variations': 45,
  'support/cli/merge': 34,
  'support/cli/kill-and-resume': 29,
  'support/cli/parallel/parallel-kill-and-resume': 28,
  'support/cli/fail-closed': 24,
  'support/cli/capabilities': 20,
  'support/cli/canaries': 20,
  'support/cli/cucumber-profiles': 20,
  'support/cli/carry': 19,
  'support/cli/full-disk': 17,
  'support/cli/stop-and-resume': 15,
  'support/cli/weakened-contract': 15,
  'support/cli/tampering': 13,
  'support/cli/verify': 13,
  'support/cli/diff-packs': 12,
  'support/cli/baseline': 11,
  'support/cli/emulator-breaks': 10,
  'support/cli/forgeries': 10,
  'support/cli/verify-guide': 10,
  'support/cli/mutate': 9,
  'support/cli/ci-script': 5,
  'support/cli/main': 4,
  'support/evidence': 35,
  'support/diff': 25,
  'support/runner': 17,
  'support/emulator': 13,
};

/** Files of the command line are long enough to be dealt out one by one; of other folders all go together. */
const partOf = (file) => (file.startsWith('support/cli/') ? file : file.split('/').slice(0, 2).join('/'));
const costOf = (part) => seconds[part.replace(/\.test\.js$/, '')] ?? 2;

/** Deals parts out to that many processes, the costly ones first, each to the process with the least to do so far. */
function dealtOut(files, processes) {
  const parts = new Map();
  for (const file of files) parts.set(partOf(file), [...(parts.get(partOf(file)) ?? []), file]);
  const groups = Array.from({ length: processes }, () => ({ cost: 0, members: [] }));
  for (const part of [...parts.keys()].sort((a, b) => costOf(b) - costOf(a))) {
    const group = groups.reduce((least, each) => (each.cost < least.cost ? each : least));
    group.cost += costOf(part);
    group.members.push(...parts.get(part));
  }
  return groups.filter(({ members }) => members.length > 0);
}

/** Groups of test files, each with a name: what drives the command line, what stays alone, and the others. */
export function testGroups(files) {
  const shared = files.filter((file) => !alone.flat().includes(file));
  const isCli = (file) => file.startsWith('support/cli/');
  const named = (name, groups) => groups.map(({ members }, index) => ({ name: `${name}-${index + 1}`, members }));
  return [
    ...named('cli', dealtOut(shared.filter(isCli), 4)),
    ...named(
      'alone',
      alone
        .map((few) => ({ members: files.filter((file) => few.includes(file)) }))
        .filter(({ members }) => members.length > 0),
    ),
    ...named(
      'unit',
      dealtOut(
        shared.filter((file) => !isCli(file)),
        4,
      ),
    ),
  ];
}
