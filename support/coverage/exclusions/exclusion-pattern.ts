/** Tells whether a target id fits a pattern: `*` stands for any characters, everything else for itself. */
export function exclusionPattern(pattern: string): (id: string) => boolean {
  const parts = pattern.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  const form = new RegExp(`^${parts.join('.*')}$`, 'su');
  return (id) => form.test(id);
}
