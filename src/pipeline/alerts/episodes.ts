/** Episodes: the same trouble again and again is one, with a beginning and an end. */

/** What is wrong, and where. */
export interface Trouble {
  /** What it is about: `credentials`, `dead`, `paused` … */
  readonly kind: string
  /** Where: a vendor, an operation, a lane. */
  readonly scope: string
  readonly message: string
  readonly remedy?: string
  /** Tag of the failure. */
  readonly tag?: string
}

/** A beginning or an end of an episode. Times are Unix ms. */
export interface Alert extends Trouble {
  readonly state: "begins" | "ends"
  readonly since: number
  /** Of an end: when. */
  readonly until?: number
  /** How often it happened. */
  readonly count: number
}

interface Episode {
  readonly trouble: Trouble
  readonly since: number
  last: number
  count: number
}

/** The episodes that are open. There are as many as kinds of trouble times places: few. */
export class Episodes {
  private readonly open = new Map<string, Episode>()

  /** Notes trouble. Gives the alert where an episode begins with it. */
  raise(trouble: Trouble, now: number): Alert | undefined {
    const key = `${trouble.kind}\n${trouble.scope}`
    const known = this.open.get(key)
    if (known !== undefined) {
      known.last = now
      known.count++
      return undefined
    }
    this.open.set(key, { trouble, since: now, last: now, count: 1 })
    return { ...trouble, state: "begins", since: now, count: 1 }
  }

  /** Ends the episodes that are meant. */
  end(isOver: (trouble: Trouble, last: number) => boolean, now: number): ReadonlyArray<Alert> {
    const ended: Array<Alert> = []
    for (const [key, { count, last, since, trouble }] of this.open) {
      if (!isOver(trouble, last)) continue
      this.open.delete(key)
      ended.push({ ...trouble, state: "ends", since, until: now, count })
    }
    return ended
  }

  get standing(): ReadonlyArray<Alert> {
    return [...this.open.values()].map(({ count, since, trouble }) => ({
      ...trouble,
      state: "begins",
      since,
      count
    }))
  }
}
