/**
 * Naming a failure. Its class holds every fact: how it looks on the wire, what it carries, what asking again would do, what
 * it means, what to do about it, and where that is documented.
 */
import type * as Cause from "effect/Cause"
import type * as DateTime from "effect/DateTime"
import * as Duration from "effect/Duration"
import * as Schema from "effect/Schema"
import { sentence } from "./failure/sentence.ts"
import type { Sign } from "./Sign.ts"
import * as Story from "./Story.ts"

/** A wait that the vendor names: in one of the carried fields, or documented. The first that is there counts. */
export interface Wait<Field extends string = string> {
  readonly after?: Field | ReadonlyArray<Field>
  readonly at?: Field | ReadonlyArray<Field>
  readonly otherwise?: Duration.Input
}

/** What asking again, unchanged, would do. */
export type Again<Field extends string = string> =
  "never" | "soon" | "unsure" | "afresh" | "narrower" | Wait<Field>

/** Everything known about one failure. */
export interface Facts<Fields extends Schema.Struct.Fields = Schema.Struct.Fields> {
  /** How it looks on the wire; several where it has several faces. Absent where it never comes as an answer. */
  readonly sign?: Sign | ReadonlyArray<Sign>
  /** What it carries; each field knows its place on the wire (`header`, `body`). */
  readonly carries?: Fields
  readonly again: Again<Extract<keyof Fields, string>>
  readonly means: string
  readonly remedy: string
  /** Where this is documented. */
  readonly see: string
  /** A further sentence, from what this instance carries. */
  readonly detail?: (carried: Schema.Struct.Type<Fields>) => string
  /** Only where `again` does not tell: a 504 that asks for less may still have been applied. */
  readonly delivery?: Story.Delivery
}

/** What a vendor's answers have in common. */
export interface Dialect<Shared extends Schema.Struct.Fields = Schema.Struct.Fields> {
  /** Namespace of the tags: `Braze`. */
  readonly vendor: string
  /** Where the vendor's words stand in the body: dotted paths, the first text found counts. */
  readonly said: ReadonlyArray<string>
  /** The header that identifies the request. */
  readonly requestId?: string
  /** Complaints about single fields: made with `body(path, schema)`. */
  readonly fields?: Schema.ConstraintDecoder<ReadonlyArray<Story.FieldError>>
  /** Fields that every failure of the vendor may carry. */
  readonly shared?: Shared
  /** The body of an answer that says `said`: the frame that a forged failure is written into. */
  readonly frame: (answer: { readonly status: number; readonly said: string }) => unknown
}

/** What every failure can tell, besides what it carries. All of it is absent on a value that no call produced. */
export interface Circumstances {
  readonly call?: Story.Call
  readonly vendor: string
  readonly operation: string | undefined
  readonly status: number | undefined
  /** What the vendor said, in its own words. */
  readonly said: string | undefined
  readonly requestId: string | undefined
  readonly fields: ReadonlyArray<Story.FieldError>
  readonly delivery: Story.Delivery
  /** When it happened, in UTC. */
  readonly time: DateTime.Utc | undefined
  readonly request: Story.Request | undefined
  readonly attempts: ReadonlyArray<Story.Attempt>
  readonly means: string
  readonly remedy: string
  readonly see: string
  /** `again`, with the fields it names read from this instance. */
  readonly again: Verdict
}

/** `again` of one instance: a wait is a duration or a moment. */
export type Verdict =
  | "never"
  | "soon"
  | "unsure"
  | "afresh"
  | "narrower"
  | { readonly after: Duration.Duration }
  | { readonly at: DateTime.Utc }

/** Any failure value. */
export interface AnyFailure extends Cause.YieldableError, Circumstances {
  readonly _tag: string
}

interface Named {
  readonly tag: string
  readonly facts: Facts<any> // any: `again` and `detail` depend on the fields, which differ from class to class
  readonly dialect: Dialect<any> // any: likewise for the shared fields
}

/** Any failure class, as a value. */
export interface AnyFailureClass extends Schema.ConstraintCodec<AnyFailure, any>, Named {
  readonly fields: Schema.Struct.Fields
  new (...args: ReadonlyArray<any>): AnyFailure // any: each class takes its own fields
}

/** The class of one failure: constructor, schema and facts in one. */
export interface FailureClass<Self, Tag extends string, Fields extends Schema.Struct.Fields>
  extends
    Schema.Class<
      Self,
      Schema.TaggedStruct<Tag, Fields & { readonly call: Schema.optionalKey<typeof Story.Call> }>,
      Cause.YieldableError & Omit<Circumstances, "call">
    >,
    Named {
  readonly tag: Tag
}

/** Names that every failure has already. */
type Reserved = {
  readonly [
    K in Exclude<keyof Circumstances, "call"> | "call" | "message" | "name" | "stack" | "cause"
  ]?: never
}

/** Makes a vendor's own `Failure`: `class NotFound extends Failure<NotFound>()("Braze.NotFound", { … }) {}`. */
export const failuresOf =
  <const Vendor extends string, const Shared extends Schema.Struct.Fields = {}>(
    dialect: Dialect<Shared> & { readonly vendor: Vendor }
  ) =>
  <Self>() =>
  <const Tag extends `${Vendor}.${string}`, const Fields extends Schema.Struct.Fields & Reserved = {}>(
    tag: Tag,
    facts: Facts<Fields>
  ): FailureClass<Self, Tag, Fields & Shared> =>
    make<Self, Tag, Fields & Shared>(tag, facts, dialect)

/** Names a failure that belongs to no vendor. */
export const make = <Self, Tag extends string, Fields extends Schema.Struct.Fields>(
  tag: Tag,
  facts: Facts<any>,
  dialect: Dialect<any>
): FailureClass<Self, Tag, Fields> => {
  const fields = { ...dialect.shared, ...facts.carries, call: Schema.optionalKey(Story.Call) }
  // any: a class expression cannot be given the type that its own name will have.
  const named: any = Schema.TaggedError<any>()(tag, fields)
  // A field of that name is the instance's own.
  const told = Object.entries(circumstances).filter(([name]) => !Object.hasOwn(fields, name))
  Object.defineProperties(named.prototype, Object.fromEntries(told))
  return Object.assign(named, { tag, facts, dialect })
}

/** A field that the vendor sends in a response header. The schema's encoded side is a string. */
export const header = <S extends Schema.Top & { readonly Encoded: string }>(
  name: string,
  schema: S
): S["Rebuild"] => schema.annotate({ [place]: ["headers", name] })

/** A field that the vendor sends in the JSON body, at a dotted path; the empty path is the body itself. */
export const body = <S extends Schema.Top>(path: string, schema: S): S["Rebuild"] =>
  schema.annotate({ [place]: ["body", path] })

const place = "faultline/place"

/** Where on the wire a field made with `header` or `body` stands. */
export const placeOf = (schema: Schema.Constraint): readonly ["headers" | "body", string] | undefined =>
  Schema.resolveAnnotations(schema)?.[place] as readonly ["headers" | "body", string] | undefined // as: written only above

/** `again` of an instance, with the wait read from the fields it carries. */
export const verdict = (facts: Facts<any>, carried: Readonly<Record<string, unknown>>): Verdict => {
  const { again } = facts
  if (typeof again === "string") return again
  const found = [again.after, again.at]
    .flat()
    .flatMap((field) => (field === undefined ? [] : [carried[field]]))
  const wait = found.find((value) => value !== undefined && value !== null)
  if (Duration.isDuration(wait)) return { after: wait }
  // as: a field named by `again` is a Duration or a DateTime.Utc; the laws check every failure.
  if (wait !== undefined) return { at: wait as DateTime.Utc }
  return { after: Duration.fromInputUnsafe(again.otherwise ?? 0) }
}

/** Whether a failure leaves the call done, as far as its facts tell. */
export const deliveryOf = ({ again, delivery }: Pick<Facts, "again" | "delivery">): Story.Delivery =>
  delivery ?? (again === "unsure" ? "Unknown" : "Refused")

const facts = (failure: AnyFailure): Named => failure.constructor as unknown as Named // as: every failure is made by `make`

const get = (read: (failure: AnyFailure) => unknown): PropertyDescriptor => ({
  configurable: true,
  get(this: AnyFailure) {
    return read(this)
  }
})

const circumstances: Record<Exclude<keyof Circumstances, "call"> | "message", PropertyDescriptor> = {
  vendor: get((failure) => failure.call?.vendor ?? facts(failure).dialect.vendor),
  operation: get((failure) => failure.call?.operation),
  status: get((failure) => failure.call?.status),
  said: get((failure) => failure.call?.said),
  requestId: get((failure) => failure.call?.requestId),
  fields: get((failure) => failure.call?.fields ?? []),
  delivery: get((failure) => failure.call?.delivery ?? deliveryOf(facts(failure).facts)),
  time: get((failure) => failure.call?.time),
  request: get((failure) => failure.call?.request),
  attempts: get((failure) => failure.call?.attempts ?? []),
  means: get((failure) => facts(failure).facts.means),
  remedy: get((failure) => facts(failure).facts.remedy),
  see: get((failure) => facts(failure).facts.see),
  again: get((failure) => verdict(facts(failure).facts, { ...failure })),
  message: get((failure) => sentence(failure, facts(failure).facts.detail?.(failure)))
}
