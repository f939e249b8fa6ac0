/** What a call brings to its queues. */
import type * as Fiber from "effect/Fiber"
import type { Contract } from "../contract/compile.ts"
import * as Deadline from "../policy/Deadline.ts"
import * as Limit from "../policy/limit/make.ts"

/** The ticket of a call that began at `arrived` (ms on the clock that does not jump), by the deadline and the key that its fiber has. */
export const ticketOf = (
  fiber: Fiber.Fiber<unknown, unknown>,
  { operation, spec }: Contract,
  input: unknown,
  arrived: number,
  read: Limit.Read
): Limit.Ticket => {
  const deadline = fiber.getRef(Deadline.Current)
  const key = spec.quotaKey?.(input) ?? fiber.getRef(Limit.Key)
  return {
    times: "monotonic",
    arrived,
    read,
    kind: operation.tag,
    ...(key === undefined ? {} : { key }),
    ...(deadline === undefined ? {} : { deadline })
  }
}
