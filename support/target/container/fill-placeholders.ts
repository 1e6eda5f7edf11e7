import type { placeholders } from '../../config/container-settings.js';

/** What stands for the names in braces in a container's command and variables. */
export type PlaceholderValues = Readonly<Record<(typeof placeholders)[number], string>>;

/** A text with its placeholders filled. The settings were checked: every name in braces has a value. */
export function fillPlaceholders(text: string, values: PlaceholderValues): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => (isName(name, values) ? values[name] : whole));
}

function isName(name: string, values: PlaceholderValues): name is keyof PlaceholderValues {
  return Object.hasOwn(values, name);
}
