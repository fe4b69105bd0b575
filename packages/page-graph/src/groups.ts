/** Which values belong to a key. Of most keys that is one: a set is made for the second, which saves half the memory. */
export interface Groups<K, V> {
  add(key: K, value: V): void
  /** Takes a value away; true when the key has none left. */
  remove(key: K, value: V): boolean
  of(key: K): Iterable<V>
  has(key: K): boolean
}

/** Values are texts, so that one alone and a set of them can be told apart. */
export function createGroups<K, V extends string>(): Groups<K, V> {
  const groups = new Map<K, V | Set<V>>()
  return {
    add(key, value) {
      const group = groups.get(key)
      if (group === undefined) groups.set(key, value)
      else if (typeof group !== 'string') group.add(value)
      else if (group !== value) groups.set(key, new Set([group, value]))
    },
    remove(key, value) {
      const group = groups.get(key)
      if (group === undefined) return true
      if (typeof group !== 'string') group.delete(value)
      const isEmpty = typeof group === 'string' ? group === value : group.size === 0
      if (isEmpty) groups.delete(key)
      return isEmpty
    },
    of(key) {
      const group = groups.get(key)
      return group === undefined ? [] : typeof group === 'string' ? [group] : group
    },
    has: (key) => groups.has(key),
  }
}
