/** What is valid is converted as Effect's parser would convert it, and nothing else is. */
import { assert, describe, it } from "@effect/vitest"
import { Arbitrary, DateTime, Effect, Option, Random, Result, Schema, SchemaAST, SchemaGetter } from "effect"
import { converterOf, converting } from "../../src/contract/convert.ts"
import { invalid } from "../../src/contract/convert/converter.ts"
import { all } from "../vendors/all.ts"

type Codec = Schema.Codec<unknown, unknown>

const operations = all.flatMap(({ operations }) => operations)

const sample = (codec: Codec, seed: string) =>
  Effect.sync(() => Arbitrary.schema(codec)).pipe(
    Effect.flatMap((arbitrary) => Arbitrary.sampleEffect(arbitrary, { count: 25, seed, maxDiscards: 2_000 })),
    Effect.catchCause(() => Effect.succeed<ReadonlyArray<unknown>>([]))
  )

const oddities = [null, undefined, "", "text", 0, -1, 1.5, NaN, true, [], [null], {}, { a: 1 }, new Date(0)]

const pick = <A>(items: ReadonlyArray<A>) =>
  Effect.map(Random.nextIntBetween(0, items.length, { halfOpen: true }), (index) => items[index]!)

/** A value with something changed, added or left out, somewhere. */
const damaged = (value: unknown): Effect.Effect<unknown> =>
  Effect.gen(function* () {
    const odd = yield* pick(oddities)
    if (typeof value !== "object" || value === null || DateTime.isDateTime(value)) return odd
    const keys = Object.keys(value)
    const kind = yield* Random.nextIntBetween(0, 4)
    if (keys.length === 0 || kind === 0) return odd
    const key = yield* pick(keys)
    const inner = yield* damaged(Reflect.get(value, key))
    const copy: object = Array.isArray(value) ? [...value] : { ...value }
    if (kind === 1) Reflect.deleteProperty(copy, key)
    else Reflect.set(copy, kind === 2 && !Array.isArray(copy) ? "notAField" : key, inner)
    return copy
  })

interface Direction {
  readonly functions: (value: unknown) => unknown
  readonly effects: (value: unknown) => Result.Result<unknown, unknown>
}

const encoding = (codec: Codec): Direction => ({
  functions: converterOf(SchemaAST.flip(codec.ast), { strict: true }),
  effects: Schema.encodeUnknownResult(codec, { errors: "all", onExcessProperty: "error" })
})

const decoding = (codec: Codec): Direction => ({
  functions: converterOf(codec.ast, { strict: false }),
  effects: Schema.decodeUnknownResult(codec, { errors: "all" })
})

/** Whether both agree on the value: the functions may leave it to Effect's parser, but never differ from it. */
const agrees = ({ effects, functions }: Direction, value: unknown): "converted" | "left" => {
  const [theirs, ours] = [effects(value), functions(value)]
  if (ours === invalid) return "left"
  assert.isTrue(Result.isSuccess(theirs), `Effect refuses ${JSON.stringify(value)}`)
  assert.deepStrictEqual(ours, Result.getOrThrow(theirs))
  return "converted"
}

/** Names that are left to Effect's parser, and halves of characters, which it takes. */
const isOdd = (value: unknown): boolean => /__proto__|\\ud[89a-f]/.test(JSON.stringify(value))

/** An object without fields: for Effect that is anything, and for an input nothing. */
const hasNoFields = ({ ast }: Codec): boolean =>
  ast._tag === "Objects" && ast.propertySignatures.length + ast.indexSignatures.length === 0

const hold = (direction: Direction, valid: ReadonlyArray<unknown>, seed: string) =>
  Effect.gen(function* () {
    for (const value of valid) {
      const left = agrees(direction, value) === "left"
      if (left)
        assert.isTrue(Result.isFailure(direction.effects(value)) || isOdd(value), JSON.stringify(value))
      for (let time = 0; time < 8; time++) agrees(direction, yield* damaged(value))
    }
    for (const odd of oddities) agrees(direction, odd)
  }).pipe(Random.withSeed(seed))

describe("every operation of every vendor", () => {
  let sampled = 0
  it.effect.each(operations.map((operation) => [operation.tag, operation] as const))(
    "%s: input and output are converted as Effect's parser does",
    ([tag, { spec }]) =>
      Effect.gen(function* () {
        const [input, output] = [spec.input, spec.output] as unknown as readonly [Codec, Codec]
        const inputs = yield* sample(input, tag)
        if (!hasNoFields(input)) yield* hold(encoding(input), inputs, tag)
        const encode = Schema.encodeUnknownOption(output)
        const answers = (yield* sample(output, tag)).flatMap((value) => Option.toArray(encode(value)))
        yield* hold(decoding(output), answers, tag)
        sampled += Math.min(1, inputs.length) + Math.min(1, answers.length)
      })
  )

  it("most have samples", () => assert.isAtLeast(sampled, operations.length * 1.7))
})

interface Tree {
  readonly name: string
  readonly below: ReadonlyArray<Tree>
}
const Tree: Schema.Codec<Tree> = Schema.Struct({
  name: Schema.String,
  below: Schema.Array(Schema.suspend(() => Tree))
})

const defaulted = Schema.String.pipe(Schema.withDecodingDefaultKey(Effect.succeed("none")))

const kinds: Readonly<Record<string, Schema.Codec<any, any>>> = {
  "a tuple": Schema.Tuple([Schema.String, Schema.Finite]),
  "a tuple with optional items": Schema.Tuple([Schema.String, Schema.optionalKey(Schema.Finite)]),
  "items of their own kind and then others": Schema.TupleWithRest(Schema.Tuple([Schema.String]), [
    Schema.Finite
  ]),
  "a list with dates": Schema.Array(Schema.NullOr(Schema.DateTimeUtcFromString)),
  "a record": Schema.Record(Schema.String, Schema.Finite),
  "a record of some names": Schema.Record(Schema.TemplateLiteral(["x-", Schema.String]), Schema.String),
  "fields and others": Schema.StructWithRest(Schema.Struct({ id: Schema.optionalKey(Schema.String) }), [
    Schema.Record(Schema.String, Schema.Union([Schema.String, Schema.Finite]))
  ]),
  "nothing in particular": Schema.Struct({}),
  "fields with defaults": Schema.Struct({
    id: Schema.String,
    kind: defaulted,
    more: Schema.Struct({ kind: defaulted })
  }),
  "optional and undefined": Schema.Struct({
    one: Schema.optional(Schema.String),
    other: Schema.optionalKey(Schema.UndefinedOr(Schema.Int))
  }),
  "other names outside": Schema.Struct({ userId: Schema.String, at: Schema.DateTimeUtcFromString }).pipe(
    Schema.encodeKeys({ userId: "user_id" })
  ),
  "fields that are left out when null": Schema.Struct({
    name: Schema.optionalKey(Schema.NullOr(Schema.String)).pipe(
      Schema.decodeTo(Schema.optionalKey(Schema.String), {
        decode: SchemaGetter.transformOptional(Option.filter((name: string | null) => name !== null)),
        encode: SchemaGetter.transformOptional((name: Option.Option<string>) => name)
      })
    )
  }),
  "one of several": Schema.Union([
    Schema.Struct({ type: Schema.Literal("a"), a: Schema.String }),
    Schema.Struct({ type: Schema.Literal("b"), b: Schema.FiniteFromString }),
    Schema.Literals(["neither", 7]),
    Schema.Null
  ]),
  "exactly one of several": Schema.Union(
    [Schema.Struct({ a: Schema.String }), Schema.Struct({ b: Schema.String })],
    { mode: "oneOf" }
  ),
  "rules on the whole": Schema.Struct({ from: Schema.Finite, to: Schema.Finite }).check(
    Schema.makeFilter(({ from, to }) => from <= to || "from comes before to")
  ),
  "rules on what is sent": Schema.String.check(Schema.isMinLength(2)).pipe(
    Schema.decodeTo(Schema.String.check(Schema.isMaxLength(5)), {
      decode: SchemaGetter.transform((text: string) => text.trim()),
      encode: SchemaGetter.transform((text: string) => ` ${text} `)
    })
  ),
  "groups of rules": Schema.Finite.check(Schema.isBetween({ minimum: 0, maximum: 9 }), Schema.isInt()),
  secrets: Schema.Struct({ token: Schema.RedactedFromValue(Schema.String) }),
  json: Schema.Struct({ data: Schema.Json }),
  "a tree": Tree
}

describe("every kind of schema", () => {
  it.effect.each(Object.entries(kinds))("%s", ([name, codec]) =>
    Effect.gen(function* () {
      const values = yield* sample(codec, name)
      assert.isNotEmpty(values)
      if (!hasNoFields(codec)) yield* hold(encoding(codec), values, name)
      const sent = values.flatMap((value) => Option.toArray(Schema.encodeUnknownOption(codec)(value)))
      yield* hold(decoding(codec), sent, name)
    })
  )
})

describe("what is valid", () => {
  const Fields = Schema.Struct({ id: Schema.String, at: Schema.optionalKey(Schema.DateTimeUtcFromString) })
  const slowly = (value: unknown) => Result.fail(value)
  const convert = converting(() => converterOf(Fields.ast, { strict: false }), slowly)

  it("never reaches the slow way; everything else does", () => {
    assert.deepStrictEqual(convert({ id: "a" }), Result.succeed({ id: "a" }))
    assert.deepStrictEqual(convert({ id: 7 }), Result.fail({ id: 7 }))
  })

  it("is written in the order of the schema, whatever the order of the fields", () => {
    const write = converterOf(Fields.ast, { strict: true })
    assert.deepStrictEqual(Object.keys(write({ at: "2026-01-01T00:00:00Z", id: "a" }) as object), [
      "id",
      "at"
    ])
  })

  it("is copied: what the caller changes later changes nothing", () => {
    const given = { id: "a", list: [{ b: 1 }] }
    const codec = Schema.Struct({ id: Schema.String, list: Schema.Array(Schema.Struct({ b: Schema.Int })) })
    const written = converterOf(codec.ast, { strict: true })(given)
    given.list[0]!.b = 2
    assert.deepStrictEqual(written, { id: "a", list: [{ b: 1 }] })
  })

  it("changes nobody's prototype", () => {
    const value: unknown = JSON.parse(`{"id":"a","__proto__":{"at":"2026-01-01T00:00:00Z"}}`)
    assert.deepStrictEqual(converterOf(Fields.ast, { strict: false })(value), { id: "a" })
    const record = Schema.Record(Schema.String, Schema.Unknown)
    assert.strictEqual(converterOf(record.ast, { strict: false })(value), invalid)
  })

  it("a rule that throws is Effect's to report", () => {
    const rule = () => {
      throw new Error("a rule that throws")
    }
    const codec = Schema.String.check(Schema.makeFilter(rule))
    const throwing = converting(() => converterOf(codec.ast, { strict: false }), slowly)
    assert.deepStrictEqual(throwing("a"), Result.fail("a"))
  })
})
