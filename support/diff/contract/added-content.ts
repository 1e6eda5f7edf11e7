import { isObject } from '../../json/json-pointer.js';
import type { RawChange } from './comparison.js';
import type { DiffRuleId } from './rules/diff-rules.js';

/** Rules that only name what is new, and whose pair is the new thing itself. */
const namesOnly: ReadonlySet<DiffRuleId> = new Set<DiffRuleId>([
  ...(['required-member-added', 'optional-member-added', 'alternative-added'] as const),
  ...(['required-parameter-added', 'optional-parameter-added', 'required-body-added', 'optional-body-added'] as const),
  ...(['success-status-added', 'error-status-added', 'content-added', 'callback-added'] as const),
  ...(['required-header-added', 'optional-header-added'] as const),
]);

/** Members that explain and change nothing that travels, and maps whose members are names and no words of a schema. */
const explains = /^(x-.*|description|title|summary|example|examples|externalDocs|\$comment)$/;
const holdsNames: ReadonlySet<string> = new Set(['properties', 'patternProperties', 'dependentSchemas', '$defs']);

/**
 * What a difference adds, without what only explains it; null where its words already say all. Who approves a new member approves
 * the one that was shown: the same name with another schema is another change.
 */
export function addedContent({ rule, pair }: RawChange): unknown {
  return namesOnly.has(rule) ? meaning(pair.new, false) : null;
}

function meaning(value: unknown, names: boolean): unknown {
  if (Array.isArray(value)) return value.map((item) => meaning(item, false));
  if (!isObject(value)) return value ?? null;
  const said = Object.entries(value).filter(([name]) => names || !explains.test(name));
  return Object.fromEntries(said.map(([name, held]) => [name, meaning(held, !names && holdsNames.has(name))]));
}
