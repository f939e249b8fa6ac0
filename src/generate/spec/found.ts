/** What is found in a document. */
import type { Operation, Schema } from "../read/openapi.ts"
import type { Losses } from "./losses.ts"

/** An operation of a document. */
export interface Found {
  /** Method and path, as the document has them. */
  readonly place: string
  readonly method: string
  readonly path: string
  readonly operation: Operation
  readonly anonymous: boolean
  /** Statuses of refusals that it declares. */
  readonly refusals: ReadonlyArray<string>
  readonly where: string
}

/** What a document holds. */
export interface Read {
  readonly operations: ReadonlyArray<Found>
  /** Operations without a form. */
  readonly leftOut: ReadonlyArray<{ readonly place: string; readonly why: string; readonly where: string }>
  readonly schemas: Readonly<Record<string, Schema>>
  readonly losses: Losses
  readonly queryLists: "repeated" | "commas"
  readonly title: string
  readonly version: string
  readonly servers: ReadonlyArray<string>
}
