/** What is known of advisories. Not to know is a word of its own: it is never taken for "none". */
export type AdvisoryFinding =
  | { readonly outcome: 'none-known'; readonly packages: number }
  | { readonly outcome: 'found'; readonly advisories: readonly Advisory[] }
  | { readonly outcome: 'not-checked'; readonly reason: string };

/** A package that advisories speak of. */
export interface Advisory {
  readonly package: string;
  readonly severity: string;
  /** Versions that are affected, as npm writes ranges. */
  readonly range: string;
}

interface AuditReport {
  readonly auditReportVersion?: number;
  readonly vulnerabilities?: Readonly<Record<string, { readonly severity: string; readonly range: string }>>;
  readonly metadata?: { readonly dependencies?: { readonly total?: number } };
  readonly message?: string;
  readonly error?: { readonly summary?: string };
}

/** Reads what `npm audit --json` printed. Anything but a whole report means that nothing was checked. */
export function advisoryFinding(printed: string): AdvisoryFinding {
  const report = parsed(printed);
  if (report === null) return { outcome: 'not-checked', reason: 'npm audit printed no JSON' };
  const { auditReportVersion, vulnerabilities, metadata, message, error } = report;
  const packages = metadata?.dependencies?.total ?? 0;
  if (auditReportVersion !== 2 || vulnerabilities === undefined || packages === 0) {
    const said = message ?? error?.summary ?? 'its report names no packages';
    return { outcome: 'not-checked', reason: `the registry gave no advisories: ${said}` };
  }
  const advisories = Object.entries(vulnerabilities).map(([name, { severity, range }]) => ({
    ...{ package: name, severity, range },
  }));
  return advisories.length === 0 ? { outcome: 'none-known', packages } : { outcome: 'found', advisories };
}

function parsed(printed: string): AuditReport | null {
  try {
    const report: unknown = JSON.parse(printed);
    return typeof report === 'object' && report !== null ? report : null;
  } catch {
    // An endpoint that is not there leaves npm without anything to print: told above.
    return null;
  }
}
