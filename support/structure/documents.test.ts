import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import { packageRoot } from '../config/package-root.js';

const pages = readdirSync(join(packageRoot(), 'docs')).filter((name) => name.endsWith('.md'));
const documents = ['README.md', 'reports/README.md', ...pages.map((name) => `docs/${name}`)];
const textOf = (document: string) => readFileSync(join(packageRoot(), document), 'utf8');

/** The name GitHub and GitLab give a heading. */
const anchorOf = (heading: string) =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');

/** Where a document leads within the repository, as written. */
const linksIn = (document: string) =>
  [...textOf(document).matchAll(/\]\(([^)\s]+)\)/g)].flatMap(([, link = '']) => (/^[a-z]+:/.test(link) ? [] : [link]));

describe('what people read of the harness', () => {
  it('begins with a README of fewer than 250 lines', () => {
    assert.ok(textOf('README.md').trimEnd().split('\n').length < 250);
  });

  for (const document of documents) {
    it(`leads nowhere that does not exist: ${document}`, () => {
      for (const link of linksIn(document)) {
        const [path = '', anchor] = link.split('#');
        const target = path === '' ? document : join(dirname(document), path);
        assert.ok(existsSync(join(packageRoot(), target)), `${link}: no such file`);
        if (anchor === undefined) continue;
        const headings = [...textOf(target).matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) => anchorOf(heading));
        assert.ok(headings.includes(anchor), `${link}: no such heading`);
      }
    });
  }

  it('is reached from the README', () => {
    const reached = new Set(['README.md']);
    // A set hands out what is added on the way, too.
    for (const document of reached) {
      if (!documents.includes(document)) continue;
      for (const link of linksIn(document)) reached.add(join(dirname(document), link.split('#')[0] ?? ''));
    }
    const unreached = documents.filter((document) => !reached.has(document));
    assert.deepEqual(unreached, []);
  });
});
