/** Things of one kind in one Program, in the order they were added. Entities are values: an update replaces one. */
export interface Collection<Key, Entity> {
  get(key: Key): Entity | null;
  /** Adds a new one; an existing key is an error of ours and throws. */
  add(entity: Entity): Entity;
  /** Replaces members of an existing one; a missing key is an error of ours and throws. */
  update(key: Key, changes: Partial<Entity>): Entity;
  all(): readonly Entity[];
}

/** Makes an empty collection with a way to tell an entity's key. */
export function createCollection<Key extends string | number, Entity extends object>(
  keyOf: (entity: Entity) => Key,
): Collection<Key, Entity> {
  const entities = new Map<Key, Entity>();
  return {
    get: (key) => entities.get(key) ?? null,
    add(entity) {
      const key = keyOf(entity);
      if (entities.has(key)) throw new Error(`the key ${String(key)} is taken`);
      entities.set(key, entity);
      return entity;
    },
    update(key, changes) {
      const current = entities.get(key);
      if (current === undefined) throw new Error(`nothing has the key ${String(key)}`);
      const updated = { ...current, ...changes };
      entities.set(key, updated);
      return updated;
    },
    all: () => [...entities.values()],
  };
}
