/**
 * Waiting for one's turn to write. A process that finds the file locked tries again a little later, at random: so that none is
 * overtaken for ever, and nothing stands still meanwhile. Times are drawn and waited in the thread, which has no Effect.
 */
import { isBusy } from "./problems.ts"

/** What waits, and what draws a whole number below a limit. */
export interface Chance {
  readonly wait: (ms: number) => Promise<unknown>
  readonly below: (limit: number) => number
}

// About as long as a transaction takes: who waits much longer is overtaken, who waits much shorter burns time.
const longest = 6

export class Turn {
  private readonly patience: number
  private readonly chance: Chance

  constructor(patience: number, chance: Chance) {
    this.patience = patience
    this.chance = chance
  }

  /** A short time, at random. Its length in ms. */
  async pause(): Promise<number> {
    const ms = 1 + this.chance.below(longest)
    await this.chance.wait(ms)
    return ms
  }

  /** Runs something once nobody else is in its way, or fails with the last refusal when patience (ms) is over. */
  async take<A>(attempt: () => A, patience = this.patience): Promise<A> {
    for (let waited = 0; ; waited += await this.pause()) {
      try {
        return attempt()
      } catch (error) {
        if (!isBusy(error) || waited >= patience) throw error
      }
    }
  }
}
