import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { packageRoot } from './package-root.js';

interface Described {
  readonly properties?: Readonly<Record<string, Described>>;
  readonly items?: Described;
}

/** Names of all members, those of nested objects and of list items too. */
function membersOf({ properties = {}, items }: Described): readonly string[] {
  const nested = Object.entries(properties).flatMap(([name, member]) => [name, ...membersOf(member)]);
  return items === undefined ? nested : [...nested, ...membersOf(items)];
}

test('the documentation explains every member of the program profile', async () => {
  const read = (path: string) => readFile(join(packageRoot(), path), 'utf8');
  const schema = JSON.parse(await read('schemas/evidence/program-profile.schema.json')) as Described;
  const pages = (await read('docs/program-profile.md')) + (await read('docs/staging-run.md'));
  const members = membersOf(schema);
  assert.ok(members.length > 25);
  assert.deepEqual(
    members.filter((name) => !pages.includes(`\`${name}\``)),
    [],
  );
});
