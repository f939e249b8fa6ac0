/** cockatiel around `fetch`: three retries, a breaker, a timeout. */
import * as cockatiel from "cockatiel"
import { inLoops } from "../../processes/contender.ts"
import type { Target } from "../shapes.ts"
import { sender } from "./fetch.ts"

export const make = (target: Target) => {
  const send = sender(target)
  const breaker = new cockatiel.ConsecutiveBreaker(5)
  const policy = cockatiel.wrap(
    cockatiel.retry(cockatiel.handleAll, { maxAttempts: 3, backoff: new cockatiel.ExponentialBackoff() }),
    cockatiel.circuitBreaker(cockatiel.handleAll, { halfOpenAfter: 10_000, breaker }),
    cockatiel.timeout(10_000, cockatiel.TimeoutStrategy.Aggressive)
  )
  return inLoops(target.concurrency, () => policy.execute(({ signal }) => send(signal)))
}
