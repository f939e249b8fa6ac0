/** The facts of an operation, and what the types check of them: every name that is written as text must exist. */
import type { Generated } from "../Generates.ts"
import type { Names } from "../Vendor.ts"
import type { Answer, AnySpec, Codec, Content, Method, Repeats, Splitter } from "./facts.ts"
import type { Settles } from "./settles.ts"

type Text<T> = Extract<T, string>

/** A refusal of the types, in words: the error shows a property `✗` with the reason. */
export interface Refused<Why extends string> {
  readonly "✗": Why
}

type NamesIn<P extends string> = P extends `${string}{${infer Name}}${infer Rest}`
  ? Name | NamesIn<Rest>
  : never
type Field<I extends Codec> = Text<keyof I["Encoded"]>
type Step<T, S extends string> = S extends `${infer K}[]`
  ? K extends keyof T
    ? NonNullable<T[K]> extends ReadonlyArray<infer Item>
      ? Item
      : never
    : never
  : S extends keyof T
    ? NonNullable<T[S]>
    : never
type At<T, P extends string> = P extends `${infer Head}.${infer Rest}` ? At<Step<T, Head>, Rest> : Step<T, P>
type Unplaced<P extends string, I extends Codec, V extends Names> = Exclude<
  NamesIn<P>,
  Field<I> | V["settings"][number]
>

/** The path, where each of its names is a field of the input as encoded or a setting of the vendor. */
export type Path<P extends string, I extends Codec, V extends Names> = [Unplaced<P, I, V>] extends [never]
  ? P
  : `{${Unplaced<P, I, V>}} is neither a field of the input nor a setting of ${V["name"]}`

type Generating<G, T> = {
  readonly [K in keyof G]: [At<T, K & string>] extends [never]
    ? Refused<`the input has no field ${K & string}`>
    : Generated
}
type InCatalogue<F, V extends Names> = {
  readonly [I in keyof F]: F[I] extends { readonly tag: V["failures"][number]["tag"] }
    ? F[I]
    : Refused<`not in the catalogue of ${V["name"]}`>
}

/** A function's result is not checked for excess keys: without this, `quoat: "search"` would compile and mean no limit. */
export type NoMore<Given> = {
  readonly [K in keyof Given]: K extends keyof AnySpec
    ? unknown
    : Refused<`an operation has no fact ${K & string}`>
}

/**
 * The facts of an operation. Each field of the encoded input has exactly one place: the path and headers where they name it in
 * braces, the query where `query` lists it or the method is GET, else the body.
 */
export interface Spec<
  V extends Names,
  I extends Codec,
  O extends Codec,
  P extends string,
  Fails,
  Idempotent,
  G
> {
  readonly method: Method
  /** `/meters/{id}`: names in braces are fields of the input, or settings of the layer (`{orgId}`). */
  readonly path: Path<P, I, V>
  readonly input: I
  readonly output: O
  /**
   * Whether doing it twice is as good as doing it once; a function where it depends on the input. What a function does not
   * recognize it must call `false`.
   */
  readonly idempotent: Idempotent | ((input: I["Type"]) => boolean)
  /** The documented failures of this operation, besides those that every operation of the vendor may give. */
  readonly fails?: Fails & InCatalogue<Fails, V>
  /**
   * Failures after which this operation has done nothing, for certain, although after others it might have: the vendor's page
   * promises it of this operation. They are safe to repeat.
   */
  readonly harmless?: ReadonlyArray<V["failures"][number]>
  /** Whether it only reads, so that nothing can be left half done. Default: GET does. */
  readonly reads?: boolean
  /** Where in the body the output stands, one of the vendor's `envelopes`; `response` is `{ status, headers, text, body }`. Default: the body. */
  readonly from?: V["envelopes"][number] | "response"
  /** Input fields that go to the query although the method has a body. */
  readonly query?: ReadonlyArray<Field<I>>
  /** The field that is the whole body; `none`; `required`: even a DELETE without fields sends one. Default: the fields without a place. */
  readonly body?: Field<I> | "none" | "required"
  /** What the body is sent as. Default: JSON. */
  readonly content?: Content
  /** What the answer's body is read as. Default: JSON. */
  readonly answer?: Answer
  /** Statuses that are a success here besides 2xx: 302 of an address that is given as a redirect, which is not followed. */
  readonly succeeds?: ReadonlyArray<number>
  /** Headers of this operation; names in braces as in the path: `{ "api-branding": "{branding}" }`. */
  readonly headers?: Readonly<Record<string, string>>
  /** Which of the vendor's hosts serves it; default: the first. */
  readonly host?: Text<keyof V["hosts"]>
  /** The rate-limit class of the endpoint; a function where it depends on the input. */
  readonly quota?: Text<keyof V["quotas"]> | ((input: I["Type"]) => Text<keyof V["quotas"]>)
  /** What a limit counts by that counts for each key: the audience of a broadcast. */
  readonly quotaKey?: (input: I["Type"]) => string | undefined
  /**
   * It starts a job, and is refused while such a job, or too many, are running: the input field that names what it is of (a segment),
   * or `true` where all count together. A 429 whose headers show no limit that is used up then holds back only calls for the same job.
   */
  readonly job?: Text<keyof I["Type"]> | true
  /** What is made, once per call, where the caller left it out: `{ "measurements[].uid": "uuid" }`. */
  readonly generates?: G & Generating<G, I["Type"]>
  /** How it asks for less when the vendor says that it asked for too much. */
  readonly splits?: Splitter<I["Type"], O["Type"]>
  /** Sends no credentials. */
  readonly anonymous?: boolean
  /** Settings without which the vendor refuses it. Those in its path and headers are needed anyway. */
  readonly needs?: ReadonlyArray<V["settings"][number]>
  /** The permission that the vendor asks for, as it names it. */
  readonly permission?: string
  /** Since when or in whose favor the vendor advises against it. */
  readonly deprecated?: string
  /** Fields of the answer that hold secrets, by name: blanked wherever the answer is shown. */
  readonly secrets?: ReadonlyArray<string>
  /** Fields of input and answer that hold personal data here, besides those that do so in every operation of the vendor. */
  readonly personal?: ReadonlyArray<string>
  /** The input field with the version that the object must have: a repeat of what was applied is refused, not applied twice. */
  readonly version?: Field<I>
  /** By what the vendor knows a repeat, and for how long, where it is idempotent because of a key. */
  readonly repeats?: Repeats
  /** How to find out whether it was carried out, where an answer was lost: a documented read that can prove it. */
  readonly settles?: Settles<I["Type"], O["Type"]>
  /** Which form of its input this is, from 1: raised when what an outbox has kept in the former one can no longer be read. */
  readonly inputVersion?: number
  /** What a success does not mean, and what to check, as sentences with a full stop: `Received, not processed.` Their source is `see`. */
  readonly notes?: ReadonlyArray<string>
  /** Where it is documented. */
  readonly see?: string
}

/** Facts that all operations of a vendor or resource share. */
export interface Defaults<V extends Names, F> {
  readonly quota?: Text<keyof V["quotas"]>
  readonly host?: Text<keyof V["hosts"]>
  readonly see?: string
  readonly needs?: ReadonlyArray<V["settings"][number]>
  readonly fails?: F & InCatalogue<F, V>
}
