import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseYaml } from '../../../config/parse-yaml.js';
import { packageRoot } from '../../../config/package-root.js';
import { shapeProblem } from '../../../config/evidence-schema.js';

/** The ways in which each scenario comes to its checks when it passes, by scenario id; see `wayOf`. */
export type WayTable = ReadonlyMap<string, readonly (readonly string[])[]>;

/** The table of this package. */
export const wayTableFile = join(packageRoot(), 'schemas/axys-v2/scenario-checks.yaml');

const heading = `# How each scenario comes to its checks when it passes: check, last step whose call it rests on, operations of its calls.
# Written by "npm run calls" from runs on the emulator; several ways where a Program changes it. \`verify\` names a scenario that
# passed in another way, because a check that was pointed at other calls afterwards looks like that.
`;

/** Reads the table. A damaged one is a mistake of the build. */
export async function loadWayTable(): Promise<WayTable> {
  const document = parseYaml(await readFile(wayTableFile, 'utf8'));
  const problem = shapeProblem('scenario-checks', document);
  if (problem !== null) throw new Error(`${wayTableFile}: expected ${problem.expected} at ${problem.where}`);
  // The schema has just proved the shape.
  return new Map(Object.entries((document as { readonly scenarios: Record<string, string[][]> }).scenarios));
}

/** The text of the table for what was seen. */
export function renderWays(seen: WayTable): string {
  const entries = [...seen].toSorted(([a], [b]) => (a < b ? -1 : 1));
  const lines = entries.flatMap(([id, ways]) => [
    `  ${id}:`,
    ...ways.flatMap((way) => way.map((check, index) => `    ${index === 0 ? '- -' : '  -'} ${check}`)),
  ]);
  return `${heading}version: 1\nscenarios:\n${lines.join('\n')}\n`;
}
