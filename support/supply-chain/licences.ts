import type { LockedPackage } from './lock-file.js';

/** Which licences are admitted: schemas/self/licences.json. */
export interface LicenceRules {
  /** SPDX ids with what allows them; `development` ones only where nothing is handed on. */
  readonly admitted: readonly {
    readonly id: string;
    readonly why: string;
    readonly use: 'everywhere' | 'development';
  }[];
  /** Packages whose lock entry states no licence: what their own licence file says, for exactly this version. */
  readonly stated: readonly { readonly package: string; readonly licence: string; readonly source: string }[];
}

/** A package with the licence that counts. */
export interface LicensedPackage {
  readonly name: string;
  readonly version: string;
  readonly development: boolean;
  /** SPDX expression; null when nobody states one. */
  readonly licence: string | null;
}

/** The packages of a lock file with their licences, those that the rules state included. */
export function licensedPackages(
  packages: readonly LockedPackage[],
  { stated }: LicenceRules,
): readonly LicensedPackage[] {
  const byPackage = new Map(stated.map((entry) => [entry.package, entry.licence]));
  return packages.map(({ name, version, development, licence }) => ({
    ...{ name, version, development },
    licence: licence ?? byPackage.get(`${name}@${version}`) ?? null,
  }));
}

/** Packages without an admitted licence, and statements about packages that are not there. A sentence each. */
export function licenceProblems(packages: readonly LockedPackage[], rules: LicenceRules): string[] {
  const everywhere = new Set(rules.admitted.filter(({ use }) => use === 'everywhere').map(({ id }) => id));
  const all = new Set(rules.admitted.map(({ id }) => id));
  const there = new Set(packages.map(({ name, version }) => `${name}@${version}`));
  return [
    ...licensedPackages(packages, rules)
      .filter(({ licence, development }) => licence === null || !isAdmitted(licence, development ? all : everywhere))
      .map(({ name, version, licence }) => `${name}@${version}: ${licence ?? 'no licence stated'} is not admitted`),
    ...rules.stated
      .filter((entry) => !there.has(entry.package))
      .map((entry) => `${entry.package}: its licence is stated, but the lock file does not have it`),
  ];
}

/** True when one side of every OR, and both sides of every AND, is admitted. What is not understood is not admitted. */
export function isAdmitted(expression: string, admitted: ReadonlySet<string>): boolean {
  const plain = expression.replace(/^\(([^()]*)\)$/, '$1');
  if (/[()]/.test(plain) || (plain.includes(' OR ') && plain.includes(' AND '))) return false;
  if (plain.includes(' OR ')) return plain.split(' OR ').some((id) => admitted.has(id));
  return plain.split(' AND ').every((id) => admitted.has(id));
}
