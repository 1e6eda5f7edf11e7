import type { Positions } from './locator.js';
import { wantedPlaces } from './wanted-places.js';

/** Where pointers of a document stand in its text, YAML or JSON. */
export async function positionsIn(text: string, pointers: Iterable<string>): Promise<Positions> {
  const wanted = wantedPlaces(pointers);
  if (/^\s*\{/.test(text)) {
    const { positionsInJson } = await import('./positions-in-json.js');
    return positionsInJson(text, wanted);
  }
  const { positionsInYaml } = await import('./positions-in-yaml.js');
  return positionsInYaml(text, wanted);
}
