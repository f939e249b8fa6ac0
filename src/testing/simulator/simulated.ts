/** What a vendor says of itself to be simulated: data, and handlers where it keeps state worth imitating. */
import type { AnyOperation } from "../../contract/Operation.ts"
import type { Vendor } from "../../contract/Vendor.ts"
import type { Wire } from "../../contract/Wire.ts"
import type { Chance } from "./chance.ts"
import type { Received } from "./received.ts"
import type { Collection } from "./state.ts"

/** One request to one operation, as its handler sees it. */
export interface SimulatedRequest {
  readonly operation: AnyOperation
  readonly received: Received
  /** The values that stand for the placeholders of the operation's path. */
  readonly params: Readonly<Record<string, string>>
  /** The JSON object of the body; empty where there is none. */
  readonly fields: Readonly<Record<string, unknown>>
  /** Present time (epoch ms). */
  readonly now: number
  readonly chance: Chance
  /** Writes into the ledger that something was done: to what, under which identity. */
  readonly apply: (identity: string, what?: unknown) => void
}

/** A rule of the input that a request breaks. */
export interface Broken {
  readonly path: string
  readonly rule: string
}

/** An object under the names that the vendor gives its fields. */
export type Item = Readonly<Record<string, unknown>>

/**
 * How a vendor keeps objects: what operations without a handler of their own need to make, read, list, change and remove them. What
 * they do follows from their methods and paths.
 */
export interface Resources {
  /** The field with an object's id. */
  readonly id: string
  readonly makeId: (call: SimulatedRequest) => string
  /** Fields that the vendor adds to what it is sent: version, times. Given what the object was before. */
  readonly stamped?: (now: number, before: Item | undefined) => Item
  /** The refusal where there is no such object. */
  readonly missing: (call: SimulatedRequest) => Wire
  /** The refusal of an input that breaks rules of its operation. */
  readonly broken?: (call: SimulatedRequest, rules: ReadonlyArray<Broken>) => Wire
  /** The refusal of a change of another version than the present one, `current`. */
  readonly stale?: (call: SimulatedRequest, current: unknown) => Wire
  /** The field of a page that has its items. */
  readonly listAt: string
  /** A page of a collection, as the request asks for it. */
  readonly page: (call: SimulatedRequest, collection: Collection<Item>) => Wire
  /** The part of an object that the request asks for. Default: all of it. */
  readonly chosen?: (call: SimulatedRequest, object: Item) => Item
  /**
   * Collections that handlers keep, by path with `{}` for placeholders: `/agents/{}/devices`; given the values of the placeholders.
   */
  readonly kept?: Readonly<Record<string, (parents: ReadonlyArray<string>) => Collection<Item>>>
}

/** How a vendor behaves in one world. Handlers are plain functions: what one does, no other request can come between. */
export interface Behavior {
  /** Refuses a request before its operation sees it: credentials first, then limits. The first refusal counts. */
  readonly authorize?: (call: SimulatedRequest) => Wire | undefined
  /** What operations answer, by tag; others answer from `resources`, or their sample. */
  readonly answers?: Readonly<Record<string, (call: SimulatedRequest) => Wire>>
  readonly resources?: Resources
  /** What a request is answered that no operation fits. */
  readonly notFound?: (received: Received) => Wire
  /** Adds to an answer what all answers have: limits, a request id. */
  readonly finish?: (wire: Wire, call: SimulatedRequest) => Wire
}

/** A vendor that can be simulated. */
export interface Simulated<
  Credentials extends Readonly<Record<string, string>> = Readonly<Record<string, string>>
> {
  readonly vendor: Vendor
  readonly operations: ReadonlyArray<AnyOperation>
  /** The credentials that its simulator takes. They open nothing else. */
  readonly credentials: Credentials
  /** The environment that makes a client talk to the simulator; given the base URL of each host. */
  readonly env: (bases: Readonly<Record<string, string>>) => Readonly<Record<string, string>>
  /** Success bodies by operation tag. An operation without one answers what its output schema makes up. */
  readonly samples?: Readonly<Record<string, unknown>>
  /** Puts a success body into the answer that the vendor would give. */
  readonly success?: (body: unknown, operation: AnyOperation) => Wire
  /** Begins a world: fresh state and its handlers. */
  readonly start?: (chance: Chance) => Behavior
}
