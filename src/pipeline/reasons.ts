/** What each stage does and why it stands where it does, for showing: no call needs it. */

/** What a stage says of itself. */
interface Reason {
  readonly does: string
  readonly because: string
}

/** The reasons of the documented pipeline, outermost stage first. */
export const reasons: Readonly<Record<string, Reason>> = {
  observe: {
    does: "opens the span of the call, counts how it ends, and hands it to a journal that keeps calls",
    because:
      "Outermost, so that every call that begins is counted once, however it ends: bad input and interruption included."
  },
  encode: {
    does: "makes idempotency keys, checks the input against every documented rule, and puts each field in its place",
    because: "Before everything that takes time, so that bad input costs no place in a queue and no request."
  },
  deadline: {
    does: "sets the moment by which the whole call must have ended",
    because: "Around retry, because waits count; a call inside a call keeps the earlier of both deadlines."
  },
  split: {
    does: "asks in smaller parts where the vendor says that it was asked for too much",
    because:
      "Around retry, because each part is a request of its own; inside the deadline, which all parts share."
  },
  retry: {
    does: "retries where that can help and cannot do harm",
    because:
      "Inside the deadline, which it never overstays; around all that follows, so that each attempt is paced and judged anew."
  },
  journal: {
    does: "records the answers that the vendor advises to keep",
    because: "Inside retry, because every answer counts, not only the last one."
  },
  auth: {
    does: "adds the credentials, unless the operation is anonymous",
    because:
      "Inside retry, so that an attempt after a stale token carries a new one; outside the queue, so that a token request never waits for the place that its own caller holds."
  },
  hedge: {
    does: "sends a second request for a slow read, where the layer says so",
    because:
      "Inside retry, whose attempt it doubles; around the budget and the queue, for the second request is load like any other."
  },
  budget: {
    does: "lets a retry go only while retries are a small share of all calls",
    because:
      "Inside retry, at the end of the wait: a budget that is asked before it would let all who wait retry together."
  },
  breaker: {
    does: "stops calls while the vendor has been failing for a while, where the layer has circuits",
    because:
      "Inside retry: each attempt is evidence, and a call that wakes to an open circuit stops instead of trying again."
  },
  queue: {
    does: "releases calls in order, at the pace that the vendor declares or shows, and probes one that is down",
    because:
      "Inside the breaker, so that no place is held for a call that will be refused; around the attempt, whose time and answer it learns from."
  },
  timeout: {
    does: "bounds one attempt, the reading of its body included",
    because: "Inside the queue: waiting for one's turn is not the vendor being slow."
  },
  wire: {
    does: "sends the request, reads the answer to its end, and says what it means",
    because: "Innermost: everything above handles values and failures, never bytes."
  }
}
