import type { Turn } from '../messages/doctor-messages.js';
import type { Subject } from './subject.js';

/** The layers in the order they are examined: each stands on the ones before it. */
export const layerIds = [
  'configuration',
  'private-key',
  'validity',
  'names',
  'chain',
  'next-certificate',
  'dns',
  'connection',
  'server-certificate',
  'client-certificate',
  'network-access',
  'api-key',
  'envelope',
  'clock',
] as const;

/** Id of a layer. */
export type LayerId = (typeof layerIds)[number];

/** How a layer was found. `skip` says nothing about it, with the reason. */
export type LayerStatus = 'ok' | 'warn' | 'fail' | 'skip';

/** What was found at a layer. Text never holds key material. */
export interface Finding {
  readonly status: LayerStatus;
  /** One sentence. */
  readonly says: string;
  /** Only for `warn` and `fail`: permanent code, what to do, and who can do it. */
  readonly problem: { readonly code: string; readonly next: string; readonly turn: readonly Turn[] } | null;
}

/** A finding with its layer. */
export interface LayerResult extends Finding {
  readonly id: LayerId;
  readonly title: string;
}

/** What was found so far, by layer. */
export type Findings = ReadonlyMap<LayerId, Finding>;

/** One layer: a row of the table in `layers.ts`. */
export interface Layer {
  readonly id: LayerId;
  /** A few words, the start of its line. */
  readonly title: string;
  /** Layers without which this one cannot be examined. */
  readonly needs: readonly LayerId[];
  readonly examine: (subject: Subject, findings: Findings) => Finding | Promise<Finding>;
}
