// Runs the rows of every seeded fault against an emulator that has it and prints who caught it; the control run without a
// fault comes first, and again at the end, and has to be clean. Writes docs/faults.md. Arguments are the beginnings of ids:
// npm run faults -- money lists/order
import { writeFile } from 'node:fs/promises';
import { runWithFaults, tryFault } from '../dist/support/cli/test-kit/fault-run.js';
import { loadFaults } from '../dist/support/emulator/faults/fault-catalogue.js';
import { faultsPage } from '../dist/support/emulator/faults/faults-page.js';

const beginnings = process.argv.slice(2);
const all = await loadFaults();
await writeFile('docs/faults.md', faultsPage(all));
const faults = all.filter(
  ({ id }) => beginnings.length === 0 || beginnings.some((beginning) => id.startsWith(beginning)),
);
if (faults.length === 0) throw new Error('no fault begins like that');
const say = (line) => process.stdout.write(`${line}\n`);

async function control() {
  const rows = [
    ...new Set(faults.filter(({ area }) => area !== 'production').flatMap(({ requirements }) => requirements)),
  ];
  const { code, decision, printed } = rows.length === 0 ? { code: 0, decision: 'none' } : await runWithFaults([], rows);
  if (code !== 0) throw new Error(`the run without a fault is not clean, so no kill would count:\n${printed}`);
  say(`control: ${decision} over ${rows.length} rows`);
}

await control();
const survivors = [];
for (const fault of faults) {
  const { decision, code, caughtBy, alsoBy, silent, killed } = await tryFault(fault);
  if (!killed) survivors.push(fault.id);
  const word = killed ? 'killed  ' : 'SURVIVED';
  say(
    `${word} ${fault.id} (${fault.requirements.join(' ')}) ${decision} ${code}: ${caughtBy.join(', ')}${alsoBy.map((one) => ` also ${one}`).join('')}${silent.map((one) => ` SILENT ${one}`).join('')}`,
  );
}
await control();
say(
  `${faults.length - survivors.length} of ${faults.length} faults killed${survivors.map((id) => `\n  survivor ${id}`).join('')}`,
);
process.exitCode = survivors.length === 0 ? 0 : 1;
