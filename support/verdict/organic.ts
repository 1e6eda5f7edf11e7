import type { Requirement } from './requirement.js';

/**
 * True when a scenario is about outcomes that only come by themselves: it has rows, and each of them is organic. An
 * outcome that did not come then says nothing against anybody. Source: docs/sandbox-overview.
 */
export function isOrganic(rows: readonly string[], catalogue: readonly Pick<Requirement, 'id' | 'trigger'>[]): boolean {
  const organic = new Set(catalogue.filter(({ trigger }) => trigger === 'organic').map(({ id }) => id));
  return rows.length > 0 && rows.every((row) => organic.has(row));
}
