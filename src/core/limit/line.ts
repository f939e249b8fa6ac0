/**
 * A waiting line that is first in, first out within a key and fair between keys: keys take turns, so that a long line under
 * one key does not hold up a short one under another.
 */

/** What a place in the line is ordered by. */
export interface Standing {
  readonly key: string
  /** When it first came: one that comes again stands where it stood. */
  readonly arrived: number
  /** Order of entering, for those that came together. */
  readonly entered: number
}

interface Row<P> {
  /** The round in which it is this key's turn. */
  turn: number
  readonly places: Array<P>
}

const before = (a: Standing, b: Standing): boolean =>
  a.arrived < b.arrived || (a.arrived === b.arrived && a.entered < b.entered)

/** Turns of absent keys are forgotten when they are this many more than the keys in the line. */
const spare = 64

/** The line. */
export class Line<P extends Standing> {
  size = 0
  private readonly rows = new Map<string, Row<P>>()
  /** Turns of keys with nobody waiting: leaving and coming back does not win a second turn in the same round. */
  private readonly spent = new Map<string, number>()
  private round = 0

  add(place: P): void {
    const { key } = place
    const row = this.rows.get(key) ?? { turn: Math.max(this.round, this.spent.get(key) ?? 0), places: [] }
    this.rows.set(key, row)
    this.spent.delete(key)
    const index = row.places.findLastIndex((other) => before(other, place))
    row.places.splice(index + 1, 0, place)
    this.size += 1
  }

  /** Whose turn it is, among the keys that may go. */
  head(may: (key: string) => boolean = () => true): P | undefined {
    let best: { readonly turn: number; readonly place: P } | undefined
    for (const [key, { places, turn }] of this.rows) {
      const place = places[0]
      if (place === undefined || !may(key)) continue
      if (best === undefined || turn < best.turn || (turn === best.turn && before(place, best.place)))
        best = { turn, place }
    }
    return best?.place
  }

  /** Takes a place out because its turn has come: its key has had its turn. */
  take(place: P): void {
    const row = this.rows.get(place.key)
    if (row === undefined) return
    this.round = Math.max(this.round, row.turn)
    row.turn = this.round + 1
    this.remove(place)
    this.sweep()
  }

  /** Takes a place out that gave up: its key keeps its turn. `false` where it is not in the line. */
  remove(place: P): boolean {
    const row = this.rows.get(place.key)
    const index = row?.places.indexOf(place) ?? -1
    if (row === undefined || index < 0) return false
    row.places.splice(index, 1)
    this.size -= 1
    if (row.places.length > 0) return true
    this.rows.delete(place.key)
    if (row.turn > this.round) this.spent.set(place.key, row.turn)
    return true
  }

  /** How many will be taken before this place, if nobody else comes or goes. */
  ahead(place: P): number {
    const own = this.rows.get(place.key)
    const index = own?.places.indexOf(place) ?? 0
    const turn = (own?.turn ?? this.round) + index
    let count = index
    for (const [key, row] of this.rows) {
      // Another key goes first as often as it has turns before ours; of a shared round, whoever came first.
      if (key === place.key) continue
      const rounds = Math.max(0, turn - row.turn)
      const tied = row.places[rounds]
      count += Math.min(
        row.places.length,
        rounds + (tied !== undefined && turn >= row.turn && before(tied, place) ? 1 : 0)
      )
    }
    return count
  }

  *all(): Iterable<P> {
    for (const { places } of this.rows.values()) yield* places
  }

  keys(): Iterable<string> {
    return this.rows.keys()
  }

  private sweep(): void {
    if (this.spent.size <= this.rows.size + spare) return
    for (const [key, turn] of this.spent) if (turn <= this.round) this.spent.delete(key)
  }
}
