import assert from 'node:assert/strict';
import { test } from 'node:test';
import { writeProblem } from './write-problem.js';

test('why something cannot be written is said in words, and never names a file twice', () => {
  const refused = (code: string) => Object.assign(new Error(`${code}: no, open '/a/b'`), { code });
  const said = ['ENOENT', 'ENOTDIR', 'EACCES', 'ENAMETOOLONG', 'ENOSPC', 'EMFILE'].map(refused).map(writeProblem);
  assert.deepEqual(said, [
    'its folder is not there',
    'a part of its path is not a folder',
    'permission denied',
    'its path is too long',
    'the disk is full',
    'the system says EMFILE',
  ]);
  assert.equal(writeProblem('no error at all'), 'the system does not say why');
});
