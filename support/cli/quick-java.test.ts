import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { quickJava } from './quick-java.js';

const quick = '-XX:TieredStopAtLevel=1 -XX:+UseSerialGC';

describe('quickJava', () => {
  it('takes classes that are ready, where there are any and the shell hands their path on as it is', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'axys-java-'));
    try {
      const [made, spaced, none] = ['classes.jsa', 'my classes.jsa', 'none.jsa'].map((name) => join(folder, name));
      for (const file of [made, spaced]) await writeFile(file ?? '', '');
      assert.equal(quickJava(made).JAVA_OPTS, `${quick} -XX:SharedArchiveFile=${made}`);
      assert.equal(quickJava(spaced).JAVA_OPTS, quick);
      assert.equal(quickJava(none).JAVA_OPTS, quick);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
