/** A vendor as data: what is the same for all its operations and all its layers. */
import type { LogLevel } from "effect/LogLevel"
import type { Advice } from "./Advice.ts"
import type { AnyFailureClass, Dialect } from "./Failure.ts"
import type { QuotaClass } from "./Quota.ts"
import type { Status } from "./Signature.ts"

/** How a vendor spells a list in a query: `ids=a&ids=b`, `ids[]=a&ids[]=b` or `ids=a,b`. */
export type QueryLists = "repeated" | "brackets" | "commas"

/** What to keep in the journal, and the log level that the vendor advises for it: answers by status, and calls that gave up. */
export interface Recorded {
  /** `gave up`: once for each call whose attempts ended in faults, or got no answer. */
  readonly status: Status | "gave up"
  readonly level: Exclude<LogLevel, "All" | "None">
}

/** Environment variables with credentials, by where these stand in a request. Several are joined by colons, in base64. */
export type Variables = Readonly<Record<string, string | ReadonlyArray<string>>>

/** What the author of a vendor writes. */
export interface Given {
  readonly name: string
  readonly dialect: Dialect<any> // any: a dialect's shared fields are its vendor's own
  /** The whole catalogue, specials before the general. */
  readonly failures: ReadonlyArray<AnyFailureClass>
  /** What every operation may fail with. */
  readonly always: ReadonlyArray<AnyFailureClass>
  /** What any other call may end with because asking for its credentials failed so. Never recognized in that call's own answer. */
  readonly whileAuthenticating?: ReadonlyArray<AnyFailureClass>
  /** Default base URLs by host name; the first is the usual one. An empty one must be given to the layer. */
  readonly hosts: Readonly<Record<string, string>>
  /** Default: `repeated`. */
  readonly queryLists?: QueryLists
  /** The vendor's own advice on retries. */
  readonly advice: Advice
  /** Documented rate limits by class of endpoints; `default` is for operations without a class. */
  readonly quotas?: Readonly<Record<string, QuotaClass>>
  /** Values that a layer is given once and that paths and headers may name: `orgId`. */
  readonly settings?: ReadonlyArray<string>
  /** Fields of the body in which results stand: an operation names one as its `from`. */
  readonly envelopes?: ReadonlyArray<string>
  /** Where in the body of a success its warnings stand: a dotted path to a list. */
  readonly warnings?: string
  /** Answers to keep in the journal. */
  readonly records?: ReadonlyArray<Recorded>
  /** What the vendor advises where attempt after attempt gets no answer; said after the remedy. */
  readonly lastingSilence?: string
  /** Statuses of refusals that may mean an expired token, whatever they say: a token in use for a minute is then renewed once. */
  readonly expiredAs?: Status | ReadonlyArray<Status>
  /**
   * Which environment variables usually hold its credentials, by where these stand in a request: the name of a header, `bearer` or
   * `basic` for those of `authorization`, or the name of a field of the body. For reports, which name them instead of showing them.
   */
  readonly variables?: Variables
  /** Why its credentials must not reach a browser, where that is so. */
  readonly serverOnly?: string
}

/** A vendor, with nothing left out. */
export interface Vendor extends Given {
  readonly queryLists: QueryLists
  readonly quotas: Readonly<Record<string, QuotaClass>>
  readonly settings: ReadonlyArray<string>
  readonly envelopes: ReadonlyArray<string>
}

type Or<V, Name extends string, Otherwise> = Name extends keyof V ? V[Name] : Otherwise

/** A vendor whose names the types of its operations know. */
export interface Defined<V extends Given> extends Omit<Vendor, keyof Names> {
  readonly name: V["name"]
  readonly failures: V["failures"]
  readonly hosts: V["hosts"]
  readonly quotas: Or<V, "quotas", {}>
  readonly settings: Or<V, "settings", readonly []>
  readonly envelopes: Or<V, "envelopes", readonly []>
}

/** What the types of operations read of a vendor. */
export interface Names {
  readonly name: string
  readonly failures: ReadonlyArray<AnyFailureClass>
  readonly hosts: object
  readonly quotas: object
  readonly settings: ReadonlyArray<string>
  readonly envelopes: ReadonlyArray<string>
}

/**
 * Defines a vendor. The names of its hosts, quotas and settings stay in its type, so that an operation that misspells one does
 * not compile.
 *
 * @example
 * ```ts
 * import { Policy, Vendor } from "faultline/core"
 *
 * const shop = Vendor.define({
 *   name: "Shop",
 *   dialect: { vendor: "Shop", messageAt: ["error"], frame: ({ vendorMessage }) => ({ error: vendorMessage }) },
 *   failures: [],
 *   always: [],
 *   hosts: { main: "https://shop.example" },
 *   quotas: { search: { quotas: [] } },
 *   advice: Policy.make({ source: "https://shop.example/docs" })
 * })
 * console.log(Object.keys(shop.quotas)) // [ 'search' ]
 * ```
 */
export const define = <const V extends Given>(given: V): Defined<V> => {
  const vendor: Vendor = { queryLists: "repeated", quotas: {}, settings: [], envelopes: [], ...given }
  return vendor as unknown as Defined<V> // as: `given` is spread into it; a spread over a type parameter is not followed
}
