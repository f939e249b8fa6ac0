/**
 * A vendor's whole surface in our own form: what an emitter writes operations from, and a judge tests them against. Facts only: no
 * text of the vendor's stands in it, so it may be kept where the vendor's own documents may not.
 */

import type { Fact } from "./fact.ts"
import type { Node } from "./node.ts"

export type { Fact } from "./fact.ts"

export type {
  Enum,
  Field,
  Fields,
  List,
  Map,
  Node,
  Numeric,
  Plain,
  Ref,
  Text,
  Union,
  Values
} from "./node.ts"

/** Where a field of an input goes. */
export type Place = "path" | "query" | "header" | "body"

/** A field of an input. `whole` marks the one that is the body. */
export interface Input {
  readonly name: string
  readonly place: Place
  readonly required?: true
  readonly whole?: true
  /** The header that it is sent in: of `header`. */
  readonly header?: string
  readonly schema: Node
}

/** How a list is read on. */
export interface Paging {
  readonly style: "token" | "offset" | "page" | "link"
  /** The field of the request that takes the position. */
  readonly into: string
  /** The field of the answer that holds the next position: of `token`. */
  readonly token?: string
  /** The field of the answer that holds the items. */
  readonly items: string
  /** The field of the request that takes the length of a page. */
  readonly size?: string
  /** The most that a page may hold. */
  readonly most?: number
  /** The length of a page where none is given. */
  readonly usual?: number
  /** The number of the first page: of `page`. */
  readonly first?: number
  /** The field of the answer that says how many there are in all: of `offset`. */
  readonly total?: string
}

/**
 * What must hold of several fields of an input together. `some`: at least one of them is given; `one`: exactly one; `together`: all
 * or none; `apart`: the first is not given beside any of the others; `in all`: so many items in all of the lists, and at least one;
 * `lacks`: no item of the first, a list, has a field of the second name.
 */
export interface Rule {
  readonly rule: "some" | "one" | "together" | "apart" | "in all" | "lacks"
  readonly of: ReadonlyArray<string>
  /** Of `in all`. */
  readonly most?: number
}

/** An operation. */
export interface Described {
  readonly name: string
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE"
  /** With names in braces: fields of the input, or settings of the layer. */
  readonly path: string
  /** The file that it belongs to: `bills`. */
  readonly resource: string
  /** What the vendor calls it. */
  readonly title: string
  readonly host: string
  readonly quota: string
  readonly idempotent: boolean
  /** Why it is, or is not. */
  readonly why: string
  /** Whether it is depends on the input, which the vendor's kit judges. */
  readonly byInput?: true
  readonly reads?: true
  readonly anonymous?: true
  /** Settings without which the vendor refuses it, besides those in its path. */
  readonly needs?: ReadonlyArray<string>
  /** Headers of its own; names in braces are settings or fields. */
  readonly headers?: Readonly<Record<string, string>>
  readonly permission?: string
  readonly deprecated?: string
  readonly paging?: Paging
  /** Failures by tag, besides those of every operation. */
  readonly fails: ReadonlyArray<string>
  /** Fields of the answer that hold secrets. */
  readonly secrets?: ReadonlyArray<string>
  /** The field of the input with the version that the object has. */
  readonly version?: string
  /** What is made once for each call where the caller gave none: keys by which a repeat is known. */
  readonly generates?: Readonly<Record<string, "uuid">>
  /** What a success does not mean, as sentences. */
  readonly notes?: ReadonlyArray<string>
  /** The field of the input whose value no other object of the vendor has; its list takes the plural of that name. */
  readonly unique?: string
  readonly facts: ReadonlyArray<Fact>
  readonly input: ReadonlyArray<Input>
  /** The schema of `schemas` whose fields the body has. */
  readonly bodyOf?: string
  /** What the body is sent as; absent where there is none. */
  readonly content?: "json" | "form" | `${string}/${string}`
  /** What the answer holds; absent where it holds nothing that the vendor describes. */
  readonly output?: Node
  /** The field of the answer that holds the output; absent where the whole body is the output. */
  readonly from?: string
  /** What the answer is read as, where it is no JSON. */
  readonly answer?: "text" | "bytes"
  /** The status of a success. */
  readonly status: number
  readonly rules?: ReadonlyArray<Rule>
  /** The most bytes of a body, where it is not what the vendor takes otherwise. */
  readonly bodyBytes?: number
  /** Where it is documented; the vendor's document otherwise. */
  readonly see?: string
}

/** What could not be carried, and why. */
export interface LeftOut {
  readonly where: string
  readonly why: string
}

/** A vendor's surface. */
export interface Description {
  readonly vendor: string
  /** What it was read from: the document's version, and the SHA-256 of its bytes. */
  readonly from: ReadonlyArray<{ readonly what: string; readonly version: string; readonly sha256: string }>
  readonly operations: ReadonlyArray<Described>
  /** Schemas that have a name of the vendor's, or stand in several places. */
  readonly schemas: Readonly<Record<string, Node>>
  readonly leftOut: ReadonlyArray<LeftOut>
}
