/** A schema in our own form: what a field of an input or an answer holds. */

/** Every schema may be null where the vendor says so, and may be deprecated. */
interface Any {
  readonly nullable?: true
  readonly deprecated?: true
}

/** A text. Lengths are in code points, both bounds inclusive. */
export interface Text extends Any {
  readonly kind: "string"
  readonly least?: number
  readonly most?: number
  /** A regular expression as the vendor gives it, not anchored. */
  readonly pattern?: string
  /** What the vendor calls the form, where it is none of those below: `email`, `uuid`, `url`. */
  readonly format?: string
  /** The most bytes of UTF-8. */
  readonly bytes?: number
}

/** A number; `int` has no fraction. Bounds are inclusive, but for `above`. */
export interface Numeric extends Any {
  readonly kind: "int" | "number"
  readonly least?: number
  readonly most?: number
  readonly above?: number
  /** `int64` where numbers beyond those that a double holds exactly may come. */
  readonly format?: string
}

/** Texts from a list. */
export interface Enum extends Any {
  readonly kind: "enum"
  readonly values: ReadonlyArray<string>
}

/** Numbers or truth values from a list. */
export interface Values extends Any {
  readonly kind: "values"
  readonly values: ReadonlyArray<number | boolean>
}

/** `moment`: a time as RFC 3339 writes it. `day`: `2026-01-31`. `bytes`: what is no text. `any`: the vendor does not say. */
export interface Plain extends Any {
  readonly kind: "boolean" | "moment" | "day" | "bytes" | "any"
}

/** A list; bounds are counts of items. */
export interface List extends Any {
  readonly kind: "array"
  readonly items: Node
  readonly least?: number
  readonly most?: number
}

/** A map from any names; bounds are counts of names. */
export interface Map extends Any {
  readonly kind: "record"
  readonly values: Node
  readonly least?: number
  readonly most?: number
}

/** A field of an object. */
export interface Field {
  readonly schema: Node
  readonly required?: true
  /** `in`: it is only sent. `out`: it only comes. */
  readonly only?: "in" | "out"
}

/** An object. `rest`: what fields of other names hold; absent where the vendor names them all. */
export interface Fields extends Any {
  readonly kind: "object"
  readonly fields: Readonly<Record<string, Field>>
  readonly rest?: Node
}

/** One of several. `by`: the field that tells them apart; each member then has the one value or the values that name it. */
export interface Union extends Any {
  readonly kind: "union"
  readonly members: ReadonlyArray<Node>
  readonly by?: string
}

/** A schema of `schemas`. */
export interface Ref extends Any {
  readonly kind: "ref"
  readonly name: string
}

/** A schema that is written by hand, and judged by tests of its own; `sample` is a value of it, as it is sent. */
export interface Given extends Any {
  readonly kind: "given"
  readonly sample: unknown
}

/** A schema. */
export type Node = Text | Numeric | Enum | Values | Plain | List | Map | Fields | Union | Ref | Given
