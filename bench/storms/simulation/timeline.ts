/** Virtual time: events in the order of their times, and of their making where the times are equal. */

interface Event {
  readonly at: number
  readonly order: number
  readonly run: () => void
}

const before = (a: Event, b: Event): boolean => a.at < b.at || (a.at === b.at && a.order < b.order)

/** A timeline. Times are ms. */
export class Timeline {
  now: number
  private readonly heap: Array<Event> = []
  private order = 0

  constructor(start: number) {
    this.now = start
  }

  /** Runs `run` at a time; one that has passed is now. */
  at(time: number, run: () => void): void {
    const { heap } = this
    const event = { at: time, order: this.order++, run }
    let index = heap.push(event) - 1
    while (index > 0) {
      const parent = (index - 1) >> 1
      const above = heap[parent]
      if (above === undefined || !before(event, above)) break
      heap[index] = above
      index = parent
    }
    heap[index] = event
  }

  /** Runs all events to the last. */
  run(): void {
    for (let event = this.pop(); event !== undefined; event = this.pop()) {
      this.now = Math.max(this.now, event.at)
      event.run()
    }
  }

  private pop(): Event | undefined {
    const { heap } = this
    const [top] = heap
    const last = heap.pop()
    if (top === undefined || last === undefined || heap.length === 0) return top
    let index = 0
    for (;;) {
      const [left, right] = [heap[2 * index + 1], heap[2 * index + 2]]
      const child = right !== undefined && left !== undefined && before(right, left) ? right : left
      if (child === undefined || !before(child, last)) break
      heap[index] = child
      index = 2 * index + (child === left ? 1 : 2)
    }
    heap[index] = last
    return top
  }
}
