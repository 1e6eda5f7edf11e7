// Edits that know nothing of the contract: something at random is taken out, put in, replaced or bent.

const nameLetters = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_0123456789';
const anyLetters = `${nameLetters} -.:+äß漢🙂"\\/`;

/** Any JSON value, small. */
function anyValue(random, depth = 0) {
  const kinds = ['null', 'boolean', 'integer', 'fraction', 'text', 'digits', ...(depth < 2 ? ['list', 'object'] : [])];
  switch (random.one(kinds)) {
    case 'null':
      return null;
    case 'boolean':
      return random.chance(0.5);
    case 'integer':
      return random.integer(-2000, 2000) * 10 ** random.integer(0, 6);
    case 'fraction':
      return random.integer(-20000, 20000) / 16;
    case 'text':
      return random.text(anyLetters, random.integer(0, 20));
    case 'digits':
      return random.text('0123456789', random.integer(1, 12));
    case 'list':
      return Array.from({ length: random.integer(0, 3) }, () => anyValue(random, depth + 1));
    case 'object':
      return Object.fromEntries(
        Array.from({ length: random.integer(0, 3) }, () => [
          random.text(nameLetters, random.integer(1, 8)),
          anyValue(random, depth + 1),
        ]),
      );
  }
}

/** Every place of a JSON value: its holder and the name or index there. */
function placesIn(holder, name, list = []) {
  list.push({ holder, name });
  const value = holder[name];
  if (typeof value === 'object' && value !== null) for (const key of Object.keys(value)) placesIn(value, key, list);
  return list;
}

/** Bends a value a little, within its own type. */
function bent(random, value) {
  switch (typeof value) {
    case 'number':
      return random.one([value + 1, value - 1, -value, value * 1000, value + 0.5, value / 10]);
    case 'boolean':
      return !value;
    case 'string':
      return bentText(random, value);
    default:
      return Array.isArray(value) ? random.one([[...value, ...value, ...value], [], value.slice(1)]) : anyValue(random);
  }
}

function bentText(random, text) {
  const at = random.integer(0, text.length);
  const letter = random.text(anyLetters, 1);
  return random.one([
    text.slice(0, at),
    text.slice(0, at) + letter + text.slice(at),
    text.slice(0, at) + letter + text.slice(at + 1),
    text + text,
    text.toUpperCase(),
    ` ${text}`,
  ]);
}

/** Edits of the JSON, in place below `root.value`. */
const jsonEdits = {
  remove: (random, places) => {
    const { holder, name } = random.one(places);
    if (Array.isArray(holder)) holder.splice(Number(name), 1);
    else Reflect.deleteProperty(holder, name);
  },
  insert: (random, places) => {
    const objects = places
      .map(({ holder, name }) => holder[name])
      .filter((value) => typeof value === 'object' && value !== null && !Array.isArray(value));
    if (objects.length > 0) random.one(objects)[random.text(nameLetters, random.integer(1, 9))] = anyValue(random);
  },
  replace: (random, places) => {
    const { holder, name } = random.one(places);
    holder[name] = anyValue(random);
  },
  bend: (random, places) => {
    const { holder, name } = random.one(places);
    holder[name] = bent(random, holder[name]);
  },
  move: (random, places) => {
    const [from, to] = [random.one(places), random.one(places)];
    to.holder[to.name] = structuredClone(from.holder[from.name]);
  },
};

/** Edits of the answer as it is sent. */
const wireEdits = {
  status: (random, answer) => ({ ...answer, status: random.integer(200, 599) }),
  cut: (random, answer) => ({ ...answer, text: answer.text.slice(0, random.integer(0, answer.text.length)) }),
  letter: (random, answer) => ({ ...answer, text: bentText(random, answer.text) }),
  twice: (random, answer) => {
    const members = [...answer.text.matchAll(/"(?:[^"\\]|\\.)*":(?:-?[\d.]+|true|false|null|"(?:[^"\\]|\\.)*")/g)];
    if (members.length === 0) return answer;
    const { 0: member, index } = random.one(members);
    return { ...answer, text: `${answer.text.slice(0, index)}${member},${answer.text.slice(index)}` };
  },
  'header gone': (random, answer) => {
    const gone = random.one(Object.keys(answer.headers));
    return { ...answer, headers: Object.fromEntries(Object.entries(answer.headers).filter(([name]) => name !== gone)) };
  },
  'header bent': (random, answer) => {
    const name = random.one(Object.keys(answer.headers));
    const visible = bentText(random, answer.headers[name])
      .replace(/[^\x20-\x7e]/g, 'x')
      .trim();
    return { ...answer, headers: { ...answer.headers, [name]: visible } };
  },
  'header new': (random, answer) => ({
    ...answer,
    headers: { ...answer.headers, [`x-${random.text('abcdef', 6)}`]: random.text('0123456789', 5) },
  }),
};

/** Edits an answer blindly, in one to three places; says which edits it made. */
export function editBlindly(random, { status, headers, json }) {
  const root = { value: structuredClone(json) };
  const made = [];
  const name = random.one([...Object.keys(jsonEdits), ...Object.keys(jsonEdits), ...Object.keys(wireEdits)]);
  for (let left = random.one([1, 1, 1, 2, 3]); left > 0 && name in jsonEdits; left -= 1) {
    jsonEdits[name](random, placesIn(root, 'value'));
    made.push(name);
    if (root.value === undefined) break;
  }
  const answer = { status, headers, text: root.value === undefined ? '' : JSON.stringify(root.value) };
  if (name in jsonEdits) return { answer, edit: made.join(' + ') };
  return { answer: wireEdits[name](random, answer), edit: name };
}
