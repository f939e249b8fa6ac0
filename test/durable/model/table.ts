/** The table of the state machine, apart from any store: which command may take an item from which state to which. */
import type { Kind, State } from "../../../src/durable/outbox/model.ts"

/** A state, or that an item is not there. */
export type Place = State | "absent"

const settled: Readonly<Record<string, ReadonlyArray<Place>>> = {
  claimed: ["pending", "delivered", "warned", "dead", "unknown"],
  unknown: ["pending", "delivered", "warned", "dead"],
  pending: ["delivered", "warned", "dead"]
}

/** What a command may do to an item. Whatever is not here must not happen. */
export const table: Readonly<Record<string, Readonly<Record<string, ReadonlyArray<Place>>>>> = {
  add: { absent: ["pending"] },
  claim: { pending: ["claimed"] },
  intent: {},
  settle: settled,
  release: { claimed: ["pending"] },
  reap: { claimed: ["pending", "unknown"] },
  adopt: {},
  lanes: {},
  move: {
    dead: ["pending", "absent"],
    unknown: ["pending", "delivered", "dead", "absent"],
    pending: ["absent"]
  },
  pause: {},
  resume: {},
  sweep: { delivered: ["absent"], warned: ["absent"] }
}

/** What a model remembers of an item besides its state: whether it may have been done, and whether that may be done again. */
export interface Memory {
  state: Place
  /** The request that carries it, or carried it last. */
  request: string | undefined
  /** A request with it was about to be sent, and nobody has said since that it was not done. */
  exposed: Kind | undefined
}

/** What is wrong with a step, in a sentence. */
export const wrongStep = (command: string, from: Place, to: Place): string | undefined =>
  from === to || (table[command]?.[from]?.includes(to) ?? false)
    ? undefined
    : `${command} took an item from ${from} to ${to}`

/** Whether an item that is claimed may be: what may have been done, and must not be twice, is a person's business. */
export const wrongClaim = ({ exposed }: Memory): string | undefined =>
  exposed === undefined || exposed === "idempotent"
    ? undefined
    : `an item that may have been done (${exposed}) was claimed`
