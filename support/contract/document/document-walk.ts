import { documentKinds, type MemberKind, type NodeKind } from './document-kinds.js';
import { isObject, pointerOf, type JsonObject } from '../../json/json-pointer.js';
import { children } from './held-children.js';

/** An object of the document with its kind and place. */
export interface DocumentNode {
  readonly kind: NodeKind;
  readonly pointer: string;
  readonly value: JsonObject;
  readonly parent: DocumentNode | null;
}

/**
 * Visits every object of an OpenAPI document that {@link documentKinds} knows, parents before children, once each.
 * References are visited as they stand and not followed.
 */
export function walkDocument(document: JsonObject, visit: (node: DocumentNode) => void): void {
  walk({ kind: 'document', pointer: '', value: document, parent: null }, visit);
}

function walk(node: DocumentNode, visit: (node: DocumentNode) => void): void {
  visit(node);
  for (const [name, value] of Object.entries(node.value)) {
    const member = memberKind(node.kind, name);
    if (member === undefined) continue;
    for (const [suffix, child] of children(member, value)) {
      if (!isObject(child)) continue;
      const pointer = node.pointer + pointerOf(name) + suffix;
      walk({ kind: member.kind, pointer, value: child, parent: node }, visit);
    }
  }
}

function memberKind(kind: NodeKind, name: string): MemberKind | undefined {
  if (kind === 'responses') return name.startsWith('x-') ? undefined : { kind: 'response', holding: 'one' };
  const members = documentKinds[kind];
  return Object.hasOwn(members, name) ? members[name] : undefined;
}
