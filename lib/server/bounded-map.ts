import 'server-only'

/** A map that forgets what was touched longest ago once it holds more than `most`. */
export class BoundedMap<Key, Value> {
  readonly #held = new Map<Key, Value>()

  constructor(readonly most: number) {}

  get(key: Key): Value | undefined {
    const value = this.#held.get(key)
    if (value !== undefined) this.set(key, value)
    return value
  }

  set(key: Key, value: Value): void {
    this.#held.delete(key)
    this.#held.set(key, value)
    if (this.#held.size <= this.most) return
    const [oldest] = this.#held.keys()
    if (oldest !== undefined) this.#held.delete(oldest)
  }

  delete(key: Key): void {
    this.#held.delete(key)
  }

  entries(): [Key, Value][] {
    return [...this.#held]
  }
}
