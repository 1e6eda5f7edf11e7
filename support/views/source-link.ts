const documentation = 'https://docs.api.axyscards.com/';

/** Address of a vendor page such as `docs/sandbox-overview`; null for a rule that is ours. */
export function sourceUrl(source: string): string | null {
  return /^(docs|reference)\/[\w-]+$/.test(source) ? `${documentation}${source}` : null;
}
