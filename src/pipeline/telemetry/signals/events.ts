/** The one list of span events. */
import type { AttributeKey } from "../attribute.ts"
import { eventName } from "./eventNames.ts"

/** One event on the span of a call. */
export interface EventSignal {
  readonly name: string
  readonly when: string
  readonly attributes: ReadonlyArray<AttributeKey>
}

/** The events, on the span of the call. */
export const event = {
  wait: {
    name: eventName.wait,
    when: "the call has waited: for its turn, before a retry, or for a credential",
    attributes: ["wait", "seconds"]
  },
  waiting: {
    name: eventName.waiting,
    when: "the call begins to wait before a retry",
    attributes: ["wait", "after", "seconds", "until"]
  },
  circuit: {
    name: eventName.circuit,
    when: "the call met an open circuit, or a queue whose server is down",
    attributes: ["seconds"]
  },
  budget: {
    name: eventName.budget,
    when: "the call was not retried, because the retry budget was spent",
    attributes: ["after"]
  },
  split: {
    name: eventName.split,
    when: "the call is asked again in smaller parts",
    attributes: ["after"]
  },
  token: {
    name: eventName.token,
    when: "the vendor refused the credential of the call, and another one was fetched",
    attributes: ["renewal"]
  }
} as const satisfies Readonly<Record<string, EventSignal>>
