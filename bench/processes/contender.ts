/** What is measured in a process of its own: it does its work again and again until it is stopped. */

/** A contender at work. */
export interface Contender {
  /** Does it once, and gives what came of it: a benchmark of failures would be a fast one. */
  readonly once: () => Promise<unknown>
  /** Does it until that moment (ms, as `performance.now()` counts them), and gives how often. */
  readonly run: (until: number) => Promise<number>
}

/** What the module of a contender exports. */
export interface Module<Options> {
  readonly make: (options: Options) => Contender | Promise<Contender>
}

const loop = async (call: () => Promise<unknown>, until: number): Promise<number> => {
  let calls = 0
  for (; performance.now() < until; calls++) await call()
  return calls
}

/** So many loops at once, each of which waits for its call before it makes the next. */
export const inLoops = (concurrency: number, call: () => Promise<unknown>): Contender => ({
  once: call,
  run: async (until) => {
    const loops = Array.from({ length: concurrency }, () => loop(call, until))
    return (await Promise.all(loops)).reduce((sum, calls) => sum + calls, 0)
  }
})
