/** The layers of one call, outermost first, each with what it does and why it stands where it stands. */
import * as Guards from "./guards.ts"
import * as Stages from "./stages.ts"

export type { Apply } from "./stages.ts"

/** One layer of the stack. */
export interface Stage {
  readonly name: string
  readonly does: string
  readonly because: string
  readonly apply: Stages.Apply
}

/** The stack of a call, outermost first. */
export const stack: ReadonlyArray<Stage> = [
  {
    name: "encode",
    does: "checks the input against every documented rule and puts each field in its place",
    because: "Outermost, so that bad input costs nothing: no span, no place in a queue, no request.",
    apply: Stages.encodeInput
  },
  {
    name: "span",
    does: "opens the span of the call and counts how it ends",
    because: "Around everything that takes time, so that the span shows waits as well as attempts.",
    apply: Stages.span
  },
  {
    name: "deadline",
    does: "sets the moment by which the whole call must have ended",
    because: "Around retry, because waits count; a call inside a call keeps the earlier of both deadlines.",
    apply: Stages.deadline
  },
  {
    name: "split",
    does: "asks in smaller parts where the vendor says that it was asked for too much",
    because:
      "Around retry, because each part is a request of its own; inside the deadline, which all parts share.",
    apply: Stages.split
  },
  {
    name: "retry",
    does: "asks again where that can help and cannot do harm",
    because:
      "Inside the deadline, which it never overstays; around all that follows, so that each attempt is paced and judged anew.",
    apply: Stages.retry
  },
  {
    name: "journal",
    does: "records the answers that the vendor advises to keep",
    because: "Inside retry, because every answer counts, not only the last one.",
    apply: Stages.journal
  },
  {
    name: "auth",
    does: "adds the credentials",
    because:
      "Inside retry, so that an attempt after a stale token carries a new one; outside the queue, so that a token request never waits for the place that its own caller holds.",
    apply: Stages.auth
  },
  {
    name: "hedge",
    does: "sends a second request for a slow read, where the layer says so",
    because:
      "Inside retry, whose attempt it doubles; around the budget and the queue, for the second request is load like any other.",
    apply: Guards.hedge
  },
  {
    name: "budget",
    does: "lets a retry go only while retries are a small share of all calls",
    because:
      "Inside retry, at the end of the wait: whoever withdraws before it would wake together with all others.",
    apply: Guards.budget
  },
  {
    name: "breaker",
    does: "stops calls while the vendor has been failing for a while",
    because:
      "Inside retry: each attempt is evidence, and a call that wakes to an open circuit stops instead of knocking again.",
    apply: Guards.breaker
  },
  {
    name: "queue",
    does: "releases calls in order, at the pace that the vendor declares or bears",
    because:
      "Inside the breaker, so that no place in line is held for a call that will be refused; around the attempt, whose time and answer it learns from.",
    apply: Guards.queue
  },
  {
    name: "timeout",
    does: "bounds one attempt, reading its body included, and opens its span",
    because: "Inside the queue: waiting for one's turn is not the vendor being slow.",
    apply: Stages.attemptTimeout
  },
  {
    name: "wire",
    does: "sends the request, reads the answer to its end, and tells what it means",
    because: "Innermost: everything above handles values and failures, never bytes.",
    apply: Stages.wire
  }
]
