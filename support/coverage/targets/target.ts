import type { Json } from '../../trace/exchange.js';
import type { TargetKind } from './target-kinds.js';

/** One thing the contract or a lifecycle table says that a suite can show. Listed before a run looks at any traffic. */
export interface Target {
  /** `kind:owner:place` with `=detail` where there is one; the same for every run of one document. */
  readonly id: string;
  readonly kind: TargetKind;
  /** An operationId, `response-Name` for a response that operations share, or the name of a lifecycle. */
  readonly owner: string;
  /** Where it travels, such as `/response/200/body/items/*` + `/status`; a transition id or `state+event` for a lifecycle. */
  readonly place: string;
  /** Media type, value in JSON, or keyword; null where the place says it all. */
  readonly detail: string | null;
  /** JSON Pointer into the contract document; for a lifecycle `lifecycle/NAME` and the transition. */
  readonly contract: string;
}

/** A target with what measuring needs to know of it and the pack does not repeat. */
export interface ListedTarget extends Target {
  /** The value an `enum-value` target waits for. */
  readonly value?: Json;
  /** The constraint of a `constraint-*` target as a schema of this one keyword. */
  readonly rule?: Readonly<Record<string, unknown>>;
  /** True where a rule of the judge finds every answer that does otherwise. */
  readonly ruled?: true;
}

/** Makes a target; its id follows from the rest. */
export function targetOf(
  kind: TargetKind,
  owner: string,
  place: string,
  contract: string,
  more: Pick<ListedTarget, 'value' | 'rule' | 'ruled'> & { readonly detail?: string } = {},
): ListedTarget {
  const { detail = null, ...rest } = more;
  const id = `${kind}:${owner}:${place}${detail === null ? '' : `=${detail}`}`;
  return { id, kind, owner, place, detail, contract, ...rest };
}
