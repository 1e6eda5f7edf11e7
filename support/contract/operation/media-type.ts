/** The type and subtype of a Content-Type value in lower case, without parameters; null when there is none. */
export function mediaTypeOf(contentType: string | undefined): string | null {
  const essence = contentType?.split(';')[0]?.trim().toLowerCase() ?? '';
  return /^[^/\s]+\/[^/\s]+$/.test(essence) ? essence : null;
}

/**
 * The key of a content map as answers are compared with it: without parameters, which never decide what a body looks like. What
 * is no media type is refused when the contract is loaded (CON-114).
 */
export function essenceOf(key: string): string {
  return mediaTypeOf(key) ?? key.toLowerCase();
}

/** True for JSON and for types built on it. */
export function isJsonType(mediaType: string): boolean {
  return mediaType === 'application/json' || mediaType.endsWith('+json');
}

/** The entry of a content map for a media type: exact, then its range, then any; null when none fits. */
export function contentFor<T>(content: ReadonlyMap<string, T>, mediaType: string): T | null {
  const range = `${mediaType.split('/')[0] ?? ''}/*`;
  return content.get(mediaType) ?? content.get(range) ?? content.get('*/*') ?? null;
}
