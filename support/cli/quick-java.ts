import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../config/package-root.js';

/** Allure's classes as Java keeps them ready to use; a build makes it where there is a Java (.ci/allure-classes.mjs). */
export function allureClasses(): string {
  return join(packageRoot(), 'dist', 'allure', 'classes.jsa');
}

/** What a shell script hands on as it is. */
const plain = /^[-\w./:+@]+$/;

/**
 * Options for a Java that makes one report in a second or two: optimising its code costs more than it saves, and reading
 * classes that are ready takes half the time. A Java that finds the archive to be of another Java or other classes leaves it.
 */
export function quickJava(archive: string = allureClasses()): { readonly JAVA_OPTS: string } {
  const quick = '-XX:TieredStopAtLevel=1 -XX:+UseSerialGC';
  const ready = plain.test(archive) && existsSync(archive);
  return { JAVA_OPTS: ready ? `${quick} -XX:SharedArchiveFile=${archive}` : quick };
}
