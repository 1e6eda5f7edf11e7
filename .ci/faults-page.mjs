// Writes docs/faults.md from the catalogue of seeded faults. Needs a build. Run it as `npm run faults`; `npm run mutate` tries them.
import { writeFile } from 'node:fs/promises';
import { loadFaults } from '../dist/support/emulator/faults/fault-catalogue.js';
import { faultsPage } from '../dist/support/emulator/faults/faults-page.js';

await writeFile('docs/faults.md', faultsPage(await loadFaults()));
