/** The facts of any operation, as the core reads them: what the types have checked, without the types. */
import type * as Duration from "effect/Duration"
import type * as Schema from "effect/Schema"
import type { AnyFailureClass } from "../Failure.ts"
import type { Generates } from "../Generates.ts"
import type { Settles } from "./settles.ts"

/** HTTP methods that the vendors use. */
export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE"

/** A codec that needs no services. */
export type Codec = Schema.ConstraintCodec<any, any> // any: inputs and outputs differ from operation to operation

/** What a request's body is sent as: JSON, a form, or the bytes or text of one field under a media type of its own. */
export type Content = "json" | "form" | `${string}/${string}`

/** What an answer's body is read as. */
export type Answer = "json" | "text" | "bytes"

/** A request in parts: the first of them, and what follows from its answer. */
export interface Splitting<Input, Output> {
  readonly first: Input
  /** What is left to ask once the first part has been answered, and how both answers become one; the whole where nothing is left. */
  readonly next: (
    first: Output
  ) => { readonly whole: Output } | { readonly rest: Input; readonly join: (rest: Output) => Output }
}

/** How a request is split, and what one that cannot be split asks for, in words. */
export interface Splitter<Input, Output> {
  /** `undefined` where it cannot be made smaller. */
  readonly split: (input: Input) => Splitting<Input, Output> | undefined
  readonly describe: (input: Input) => string
}

/**
 * By what a vendor knows a repeat: a key that each item has, or one of the whole request, which must then be the same byte for byte.
 * `within`: for how long from the first time; after that a repeat is a new one. Absent: for ever.
 */
export interface Repeats {
  readonly knownBy: "items" | "request"
  readonly within?: Duration.Input
}

/** The facts of any operation, as the core reads them. */
export interface AnySpec {
  readonly method: Method
  readonly path: string
  readonly input: Codec
  readonly output: Codec
  readonly idempotent: boolean | ((input: any) => boolean) // any: inputs differ, here and below
  readonly fails?: ReadonlyArray<AnyFailureClass>
  readonly harmless?: ReadonlyArray<AnyFailureClass>
  readonly reads?: boolean
  readonly from?: string
  readonly query?: ReadonlyArray<string>
  readonly body?: string
  readonly content?: Content
  readonly answer?: Answer
  readonly succeeds?: ReadonlyArray<number>
  readonly headers?: Readonly<Record<string, string>>
  readonly host?: string
  readonly quota?: string | ((input: any) => string)
  readonly quotaKey?: (input: any) => string | undefined
  readonly job?: string | true
  readonly generates?: Generates
  readonly splits?: Splitter<any, any>
  readonly anonymous?: boolean
  readonly needs?: ReadonlyArray<string>
  readonly permission?: string
  readonly deprecated?: string
  readonly secrets?: ReadonlyArray<string>
  readonly personal?: ReadonlyArray<string>
  readonly version?: string
  readonly repeats?: Repeats
  readonly settles?: Settles<any, any>
  readonly inputVersion?: number
  readonly notes?: ReadonlyArray<string>
  readonly see?: string
}
