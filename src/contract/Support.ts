/**
 * What a vendor's support asks for, as data of the vendor. It stands in a module of its own, so that only programs that make reports
 * carry it.
 */
import type { Vendor } from "./Vendor.ts"

/** A part of every report: the request as a curl command, the answer, the times of the attempts, whose side it was, log lines. */
export type Part = "request" | "answer" | "times" | "side" | "log"

/** Where something stands that helps support to find a call. */
export type Place =
  | { readonly part: Part }
  /** The address of the vendor's host. */
  | { readonly host: true }
  /** The method and the path. */
  | { readonly endpoint: true }
  /** A header of the request. */
  | { readonly header: string }
  /** The segment of the request's path that follows this one. */
  | { readonly after: string }
  /** A field of the request, in its body or its query: a dotted path. */
  | { readonly sent: string }
  /** A header of the answer. */
  | { readonly answerHeader: string }
  /** A field of the answer: a dotted path. */
  | { readonly answered: string }

/** One thing that is asked for, or that helps. */
export interface Item {
  /** In the vendor's words where it asks for it. */
  readonly name: string
  /** Where it may stand; the first that is there counts. Without one, only a person knows it. */
  readonly from?: ReadonlyArray<Place>
  /** What the person is to add where it is not known: what it is, and where it is found. Absent where the call may well have none. */
  readonly add?: string
}

/**
 * What a vendor's support asks for, and where to write.
 *
 * @example
 * ```ts
 * import { Metrix } from "faultline"
 *
 * console.log(Metrix.support.asks[0]?.name) // Your APP_ID
 * ```
 */
export interface Support {
  readonly vendor: Pick<Vendor, "name" | "variables">
  /** In the vendor's own order; empty where it lists nothing. */
  readonly asks: ReadonlyArray<Item>
  /** What else identifies a call or its place. */
  readonly helps: ReadonlyArray<Item>
  /** Where to send it. */
  readonly where: string
  /** Where that is documented. */
  readonly see: string
  /** How to get a credential that no setting of the layer's holds, by the name of its variable. */
  readonly obtain?: Readonly<Record<string, string>>
}
