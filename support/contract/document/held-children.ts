import type { MemberKind } from './document-kinds.js';
import { isObject, pointerOf } from '../../json/json-pointer.js';

/** What a member holds, each with the rest of its pointer below the member. Values of another form hold nothing. */
export function children(member: MemberKind, value: unknown): readonly (readonly [string, unknown])[] {
  switch (member.holding) {
    case 'one':
      return [['', value]];
    case 'list':
      return Array.isArray(value) ? value.map((item, index) => [pointerOf(index), item] as const) : [];
    case 'map':
      return isObject(value) ? Object.entries(value).map(([name, item]) => [pointerOf(name), item] as const) : [];
  }
}
