import { stringify } from 'yaml';
import type { Floor } from './floor.js';

const head = `# What the suite covers of contract and lifecycles, as last accepted; see docs/coverage.md.
# Written by \`npm run coverage:accept\`; a review reads its difference. \`open\` lists what nothing covers and nobody has excused
# yet: it may only shrink, unless somebody adds to it on purpose.
`;

/** The text of \`coverage-floor.yaml\`; the same floor always gives the same text. */
export function renderFloor(floor: Floor): string {
  return head + stringify(floor, { lineWidth: 0, singleQuote: true });
}
