import { licensedPackages, type LicenceRules } from './licences.js';
import type { LockedPackage } from './lock-file.js';

/** docs/licences.md: what is handed on with the package, under which licences. */
export function licencesPage(packages: readonly LockedPackage[], rules: LicenceRules): string {
  const shipped = licensedPackages(packages, rules).filter(({ development }) => !development);
  const byLicence = new Map<string, string[]>();
  for (const { name, version, licence } of shipped) {
    const names = byLicence.get(licence ?? 'none stated') ?? [];
    names.push(`${name} ${version}`);
    byLicence.set(licence ?? 'none stated', names);
  }
  const sections = [...byLicence]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([licence, names]) => `## ${licence} (${names.length})\n\n${names.join(', ')}`);
  return `# Licences of the dependencies

Made by \`npm run supply-chain -- --write\` from the lock file; do not edit. It lists what an installation brings along
(${shipped.length} packages), not what only development needs. Which licences are admitted, and why, says
[schemas/self/licences.json](../schemas/self/licences.json).

${sections.join('\n\n')}
`;
}
