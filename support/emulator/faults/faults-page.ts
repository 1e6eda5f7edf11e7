import { catcherOf, type FaultEntry } from './fault-catalogue.js';

const head = `# Seeded faults

Deviations of the emulator that the suite must find. \`axys-certify emulator --fault ID\` plants one (repeatable); each breaks
a fact of the documentation and none touches an open question. The data is
[schemas/axys-v2/faults.yaml](../schemas/axys-v2/faults.yaml), the switches are in
[support/emulator/faults](../support/emulator/faults). \`npm run mutate\` runs the rows of every fault against an emulator that
has it and prints who caught it; \`npm run faults\` writes this page.
`;

/** The page docs/faults.md: every fault with the fact it breaks and who has to report it. A test compares it with the data. */
export function faultsPage(faults: readonly FaultEntry[]): string {
  const areas = [...new Set(faults.map(({ area }) => area))];
  const sections = areas.map((area) =>
    section(
      area,
      faults.filter((fault) => fault.area === area),
    ),
  );
  return `${head}\n${String(faults.length)} faults in ${String(areas.length)} areas.\n\n${sections.join('\n')}`;
}

function section(area: string, faults: readonly FaultEntry[]): string {
  const rows = faults.map(
    ({ id, title, requirements, fact, source, caughtBy }) =>
      `| \`${id}\` | ${title} | ${requirements.join(', ')} | ${fact} (${source}) | ${caughtBy
        .map(catcherOf)
        .map(({ id: catcher }) => `\`${catcher}\``)
        .join(', ')} |`,
  );
  const title = `${area.charAt(0).toUpperCase()}${area.slice(1)}`;
  return [
    `## ${title}\n`,
    '| Id | What is wrong | Rows | Fact it breaks | Caught by |',
    '|---|---|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}
