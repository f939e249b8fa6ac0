/** Counting what happened within the last so many ms. */

const slots = 10

/** A count that forgets. */
export interface SlidingCount {
  readonly add: (now: number) => void
  readonly sum: (now: number) => number
}

/** How many there were in the last `memory` ms, in slots that expire. */
export const makeSlidingCount = (memory: number): SlidingCount => {
  const counts: Array<number> = Array.from({ length: slots }, () => 0)
  let current = -Infinity
  const advance = (now: number): number => {
    const slot = Math.floor((now * slots) / memory)
    if (slot - current >= slots) counts.fill(0)
    else for (let passed = current + 1; passed <= slot; passed++) counts[passed % slots] = 0
    current = Math.max(current, slot)
    return current % slots
  }
  return {
    add: (now) => {
      const slot = advance(now)
      counts[slot] = (counts[slot] ?? 0) + 1
    },
    sum: (now) => {
      advance(now)
      return counts.reduce((sum, count) => sum + count, 0)
    }
  }
}
