import type { CrossingError } from '../../messages/crossing-error.js';
import type { Positions } from './source/locator.js';

/** What the thread that loads a version is told first. */
export interface LoadRequest {
  /** The contract file, absolute. */
  readonly file: string;
}

/** What it is asked later: where these pointers stand in the file. */
export interface PlacesRequest {
  readonly pointers: readonly string[];
}

/**
 * What it says, in this order: the document (as JSON text, which crosses faster than an object), that it is valid, and the
 * places it was asked for, which may come before; or what went wrong.
 */
export type LoadOutcome =
  | { readonly kind: 'document'; readonly json: string }
  | { readonly kind: 'valid' }
  | { readonly kind: 'places'; readonly positions: Positions }
  | CrossingError;
