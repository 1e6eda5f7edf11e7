import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Annotation } from './annotation.js';
import { githubCommands } from './github-commands.js';

const base: Annotation = {
  level: 'error',
  place: { file: 'contract/openapi.yaml', line: 12, column: 5 },
  rule: 'response-member-removed',
  title: 'breaking: schemas/Card .status',
  message: 'status is gone',
  fingerprint: '0123456789ab',
};

test('a command names file, line and title, and escapes what ends a property or a line', () => {
  const tricky = { ...base, title: 'a, b: 100%', message: 'expected 1:2,\nreceived 50%\r' };
  assert.equal(
    githubCommands([tricky]),
    '::error file=contract/openapi.yaml,line=12,col=5,title=a%2C b%3A 100%25::expected 1:2,%0Areceived 50%25%0D\n',
  );
  assert.equal(githubCommands([{ ...base, place: null, title: 't', message: 'm' }]), '::error title=t::m\n');
  assert.equal(githubCommands([]), '');
});

/** What a runner makes of a line: it cuts at the first `::` after the properties, then unescapes. */
function understood(line: string) {
  const [, level, properties, data] = /^::(\w+) (.*?)::(.*)$/s.exec(line) ?? [];
  assert.ok(level !== undefined && properties !== undefined && data !== undefined, line);
  const plain = (text: string) => text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');
  const pairs = properties.split(',').map((pair) => {
    const [name = '', ...value] = pair.split('=');
    return [name, plain(value.join('=').replaceAll('%3A', ':').replaceAll('%2C', ','))] as const;
  });
  return { level, message: plain(data), ...Object.fromEntries(pairs) };
}

test('whatever the texts hold, the runner reads back exactly them, from one line', () => {
  const spiteful = fc.array(fc.constantFrom('%', '%0A', '%25', ':', '::', ',', '=', '\n', '\r', 'é', '😀', 'x', ' '));
  const text = fc.oneof(spiteful.map((parts) => parts.join('')), fc.string({ unit: 'binary' })); // prettier-ignore
  fc.assert(
    fc.property(text, text, text, fc.nat(), (file, title, message, line) => {
      const printed = githubCommands([{ ...base, place: { file, line, column: null }, title, message }]);
      assert.equal(printed.indexOf('\n'), printed.length - 1);
      assert.ok(!printed.includes('\r'));
      const read = { level: 'error', message, file, line: String(line), title };
      assert.deepEqual(understood(printed.slice(0, -1)), read);
    }),
  );
});

test('errors come first, and what GitHub would drop is counted and kept in the log', () => {
  const many = Array.from({ length: 12 }, (_, index) => ({ ...base, title: `change ${index}` }));
  const lines = githubCommands([{ ...base, level: 'notice' }, ...many]).split('\n');
  assert.deepEqual(
    lines.map((line) => /^(?:::\w+| )/.exec(line)?.[0] ?? ''),
    [...Array<string>(10).fill('::error'), ' ', ' ', ' ', '::notice', ''],
  );
  assert.match(lines[9] ?? '', /title=3 more of level error/);
  assert.match(lines[12] ?? '', /^ contract\/openapi\.yaml:12:5: error .*change 11/);
  assert.equal(githubCommands(many.slice(0, 10)).includes('more of level'), false);
});
