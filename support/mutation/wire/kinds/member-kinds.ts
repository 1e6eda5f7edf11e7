import { pointerOf } from '../../../json/json-pointer.js';
import type { Json } from '../../../trace/exchange.js';
import { changingBody } from '../change-json.js';
import { brokenBy } from '../expected/broken.js';
import { allowedTypes, typeWord } from '../expected/keyword-readings.js';
import type { Place } from '../expected/place.js';
import { absenceOf } from '../expected/presence.js';
import type { RecordedAnswer } from '../recorded-answer.js';
import type { Planted, WireKind } from './wire-kind.js';

/** Mutants of single members: gone, null, or of another JSON type. */
export const memberKinds: readonly WireKind[] = [
  {
    kind: 'member-removed',
    title: 'A documented member is left out.',
    noticedBy: 'judge',
    plant: (answer) =>
      answer.places.flatMap(({ name, owner, pointer }) =>
        name === null || owner === null
          ? []
          : [
              {
                pointer: `/body${pointer}`,
                ...absenceOf(answer.document, owner, name, answer.form.ownMark),
                alter: changingBody(pointer, () => undefined),
              },
            ],
      ),
  },
  replacing('member-nulled', 'A documented member or item is null.', () => null),
  replacing('member-as-other-scalar', 'A documented member has another simple type.', otherScalar),
  replacing(
    'member-as-container',
    'A documented member is a list where it is none, or an object in place of a list.',
    (place) => (typesOf(place).includes('array') ? {} : []),
  ),
  replacing('integer-with-fraction', 'A whole number has a fraction.', (place) =>
    typeWord(place.value) === 'integer' && !typesOf(place).includes('number') ? 7.5 : undefined,
  ),
];

/** A kind that puts another value in the place of every member, item and root; undefined leaves the place alone. */
function replacing(kind: string, title: string, valueFor: (place: Place) => Json | undefined): WireKind {
  return {
    ...{ kind, title, noticedBy: 'judge' },
    plant: (answer: RecordedAnswer) => answer.places.flatMap((place) => replaced(place, valueFor(place))),
  };
}

/** The mutant that puts a value at a place, with what the statements about that place say of it. */
export function replaced(place: Place, value: Json | undefined): readonly Planted[] {
  if (value === undefined || value === place.value) return [];
  const [worst] = brokenBy(place.statements, value);
  const { expected, because } = worst ?? {
    expected: 'legal',
    because: 'no statement about the place speaks against it',
  };
  const alter = changingBody(place.pointer, (before) => (before === undefined ? undefined : value));
  return [{ pointer: `/body${place.pointer}`, expected, because, alter }];
}

/** Another simple type, the likeliest confusion first. */
function otherScalar(place: Place): Json {
  const types = typesOf(place);
  if (!types.includes('string')) return 'seven';
  return types.includes('integer') || types.includes('number') ? true : 7;
}

function typesOf({ statements }: Place): readonly string[] {
  return statements.flatMap(({ schema }) => (schema['type'] === undefined ? [] : allowedTypes(schema['type'])));
}

/** The pointer of a member below a place. */
export function memberPointer(place: Place, name: string): string {
  return place.pointer + pointerOf(name);
}
