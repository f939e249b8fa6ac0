/**
 * A waiting line that is first in, first out within a key and fair between keys: keys take turns, so that a long line under
 * one key does not hold up a short one under another.
 */

/** What a place in the line is ordered by. */
export interface Standing {
  readonly key: string
  /** When it first came: one that comes again stands where it stood. */
  readonly arrived: number
  /** Order of entering, for those that arrived together. */
  readonly entered: number
}

/** The line. */
export interface Line<P extends Standing> {
  readonly size: () => number
  readonly add: (place: P) => void
  /** Whose turn it is, among the keys that may go. */
  readonly head: (may?: (key: string) => boolean) => P | undefined
  /** Takes a place out because its turn has come: its key has had its turn. */
  readonly take: (place: P) => void
  /** Takes a place out that gave up: its key keeps its turn. */
  readonly remove: (place: P) => boolean
  /** How many will be taken before this place, if nobody else comes or goes. */
  readonly ahead: (place: P) => number
  readonly all: () => ReadonlyArray<P>
  readonly keys: () => Iterable<string>
}

interface Queue<P> {
  turn: number
  readonly places: Array<P>
}

const before = (a: Standing, b: Standing) => a.arrived < b.arrived || (a.arrived === b.arrived && a.entered < b.entered)

/** Makes an empty line. */
export const make = <P extends Standing>(): Line<P> => {
  const queues = new Map<string, Queue<P>>()
  // Turns of keys with an empty queue: leaving and coming back does not win a second turn in the same round.
  const spent = new Map<string, number>()
  let round = 0
  let size = 0
  const drop = (place: P): boolean => {
    const queue = queues.get(place.key)
    const index = queue?.places.indexOf(place) ?? -1
    if (queue === undefined || index < 0) return false
    queue.places.splice(index, 1)
    size--
    if (queue.places.length === 0) {
      queues.delete(place.key)
      if (queue.turn > round) spent.set(place.key, queue.turn)
    }
    return true
  }
  const sweep = () => {
    if (spent.size <= queues.size + 64) return
    for (const [key, turn] of spent) if (turn <= round) spent.delete(key)
  }
  return {
    size: () => size,
    add: (place) => {
      const queue = queues.get(place.key) ?? { turn: Math.max(round, spent.get(place.key) ?? 0), places: [] }
      queues.set(place.key, queue)
      spent.delete(place.key)
      const index = queue.places.findLastIndex((other) => before(other, place))
      queue.places.splice(index + 1, 0, place)
      size++
    },
    head: (may) => {
      let best: { readonly turn: number; readonly place: P } | undefined
      for (const [key, { places, turn }] of queues) {
        const place = places[0]
        if (place === undefined || (may !== undefined && !may(key))) continue
        if (best === undefined || turn < best.turn || (turn === best.turn && before(place, best.place))) best = { turn, place }
      }
      return best?.place
    },
    take: (place) => {
      const queue = queues.get(place.key)
      if (queue === undefined) return
      round = Math.max(round, queue.turn)
      queue.turn = round + 1
      drop(place)
      sweep()
    },
    remove: drop,
    ahead: (place) => {
      const own = queues.get(place.key)
      const index = own?.places.indexOf(place) ?? 0
      const turn = (own?.turn ?? round) + index
      let count = index
      for (const [key, other] of queues) {
        // Another key goes first as often as it has turns before ours.
        if (key !== place.key) count += Math.min(other.places.length, Math.max(0, turn - other.turn + 1))
      }
      return count
    },
    all: () => [...queues.values()].flatMap(({ places }) => places),
    keys: () => queues.keys()
  }
}
