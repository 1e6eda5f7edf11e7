import { decoders } from './decoders.js';
import type { Layer } from './layer.js';

/** Encodings inside encodings are followed this far. */
const deepest = 4;

/** The text of a stretch and everything the encodings in it say. */
export function* layersOf(text: string): Generator<Layer> {
  yield* inner({ name: 'raw', text, at: (index) => index }, deepest);
}

function* inner(layer: Layer, depth: number): Generator<Layer> {
  yield layer;
  if (depth === 0) return;
  for (const { id, decode } of decoders) {
    for (const { text, at } of decode(layer.text)) {
      yield* inner({ name: `${layer.name}>${id}`, text, at: (index) => layer.at(at(index)) }, depth - 1);
    }
  }
}
