import assert from 'node:assert/strict';
import { test } from 'node:test';
import { refuseCucumberOptions, refuseProfileOptions } from './cucumber-options.js';

test('what selects scenarios or shows them is taken', () => {
  const argv = '-p emulator --tags @TM-25 --name x --dry-run --format message:out.ndjson features/a.feature:3'.split(
    ' ',
  );
  refuseCucumberOptions(argv, { PATH: '/bin' });
});

for (const argv of [['--parallel', '2'], ['--parallel=2'], ['--retry', '1'], ['--retry=1'], ['--publish']]) {
  test(`${argv.join(' ')} is refused with its reason`, () => {
    assert.throws(
      () => {
        refuseCucumberOptions(['-p', 'staging', ...argv], {});
      },
      { code: 'RUN-111', exit: 64, message: new RegExp((argv[0] ?? '').split('=')[0] ?? '') },
    );
  });
}

for (const name of ['CUCUMBER_PUBLISH_ENABLED', 'CUCUMBER_PUBLISH_TOKEN']) {
  test(`${name} is refused: it would send the messages away`, () => {
    assert.throws(
      () => {
        refuseCucumberOptions([], { [name]: 'true' });
      },
      { code: 'RUN-111' },
    );
  });
}

for (const profile of [{ parallel: 2 }, { retry: 1 }, { publish: true }, { dryRun: true }]) {
  const [member = ''] = Object.keys(profile);
  test(`${member} in a profile is refused with its reason`, () => {
    assert.throws(
      () => {
        refuseProfileOptions(profile);
      },
      { code: 'RUN-111', exit: 64, message: new RegExp(`"${member}" in its profile`) },
    );
  });
}

test('an option that a profile turns off is taken', () => {
  refuseProfileOptions({ parallel: 0, retry: 0, publish: false, dryRun: false, failFast: true });
});
