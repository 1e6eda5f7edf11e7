import { annotations } from '../annotations.js';
import { type Aspect, Work } from '../aspect.js';
import { compareMembers } from '../compare-members.js';
import type { Compare } from '../comparison.js';
import { compareHolder, namedSides, renamedPair } from '../named-sides.js';
import { compareParameter } from '../operation/compare-parameter.js';
import { compareBody } from '../operation/compare-request-body.js';
import { compareResponse } from '../operation/compare-response.js';
import { memberOf, type Pair } from '../pair.js';
import type { RenamedComponent } from '../renamed-components.js';
import { compareSchema } from '../schema/compare-schema.js';
import { compareSecurityScheme } from './compare-security-scheme.js';

/** How the components of a section are compared; those that operations refer to were compared with them. */
const sections: Readonly<Record<string, Compare>> = {
  schemas: (pair, part, comparison) => compareSchema(pair, part, comparison),
  parameters: compareParameter,
  headers: compareParameter,
  responses: compareResponse,
  requestBodies: compareBody,
  securitySchemes: compareSecurityScheme,
  examples: (pair, part, comparison) =>
    compareMembers(new Work(pair, part, comparison), [annotations('summary', 'description', 'value', 'externalValue')]),
};

/** Compares everything that is defined once: what is gone, new or renamed, and what no operation refers to. */
export function compareComponents(work: Work, renamed: readonly RenamedComponent[]): void {
  const components = work.member('components', 'components');
  const inside = work.on(components);
  const aspects = namedSides(components).names.filter((name) => Object.hasOwn(sections, name));
  compareMembers(
    inside,
    aspects.map((name) => section(name, sections[name] ?? unread, renamed)),
  );
  compareHolder(work, 'components');
}

function section(name: string, compare: Compare, renamed: readonly RenamedComponent[]): Aspect {
  return {
    members: [name],
    refers: true,
    compare: (work) => {
      const held = work.member(name, name);
      const moved = renamed.filter((one) => one.section === name);
      for (const { before, after } of moved) {
        const pair = renamedPair(held, before, after, `${name}/${before}`);
        work.note('component-renamed', pair, { before, after });
      }
      const taken = new Set(moved.flatMap(({ before, after }) => [before, after]));
      for (const entry of namedSides(held).names.filter((one) => !taken.has(one))) {
        compareEntry(work, memberOf(held, entry, `${name}/${entry}`), name, compare);
      }
      compareHolder(work, name);
    },
  };
}

function compareEntry(work: Work, pair: Pair, section: string, compare: Compare): void {
  const details = { before: null, after: null };
  const scheme = section === 'securitySchemes';
  if (pair.old === undefined) work.note(scheme ? 'security-scheme-added' : 'component-added', pair, details);
  else if (pair.new === undefined) work.note(scheme ? 'security-scheme-removed' : 'component-removed', pair, details);
  else work.comparison.follow(null, 'same', pair, compare);
}

const unread: Compare = (pair, part, comparison) => comparison.note(part, 'same', 'unclassified-difference', pair);
