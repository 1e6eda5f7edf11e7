import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What stands where Java is expected: `$report` is the folder that the report is to be made in. */
const javas = {
  works: 'mkdir -p "$report" && echo "<html></html>" > "$report/index.html"',
  waits: 'exec sleep 300',
  fails: 'exit 1',
} as const;

/** How a stand-in behaves when it is to make a report. */
export type StandInJava = keyof typeof javas;

/**
 * Writes a shell script that stands for Java into `<root>/java` and returns the variables under which it is found. It makes
 * its report at once, so that nothing a test does not want to see can be missing only because Java was slow.
 */
export async function standInJava(root: string, java: StandInJava): Promise<{ PATH: string; JAVA_HOME: string }> {
  const home = join(root, 'java');
  await mkdir(join(home, 'bin'), { recursive: true });
  const script = `#!/bin/sh
if [ "$1" = -version ]; then exit 0; fi
while [ "$1" != -o ]; do shift; done
report="$2"
${javas[java]}
`;
  await writeFile(join(home, 'bin/java'), script);
  await chmod(join(home, 'bin/java'), 0o755);
  return { PATH: '/usr/bin:/bin', JAVA_HOME: home };
}
