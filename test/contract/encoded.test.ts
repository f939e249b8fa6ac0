import { assert, describe, it } from "@effect/vitest"
import { Schema } from "effect"
import { testEncoded } from "../../src/contract/encoded.ts"

const rule = "at most 20 bytes as it is sent"
const short = (sent: unknown) => JSON.stringify(sent).length <= 20 || rule
const Plain = Schema.Struct({ at: Schema.NumberFromString }).check(
  Schema.makeFilter(({ at }) => at !== 7 || "not 7")
)
const Renamed = Plain.pipe(Schema.encodeKeys({ at: "recorded_at" }))

describe.each([
  ["the schema's own fields", testEncoded(Plain, short), 12_345_678, 1_234_567_890_123],
  ["fields of other names", testEncoded(Renamed, short), 12, 12_345]
] as const)("with %s", (_, schema, fits, long) => {
  const encode = Schema.encodeUnknownSync(schema)
  const decode = Schema.decodeUnknownSync(schema)
  const wire = (at: number) => ("at" in encode({ at: 1 }) ? { at: String(at) } : { recorded_at: String(at) })

  it("tests what is sent, not what was given", () => {
    assert.deepStrictEqual<unknown>(encode({ at: fits }), wire(fits))
    assert.throws(() => encode({ at: long }), rule)
  })

  it("tests what is read before it is read", () => {
    assert.deepStrictEqual(decode(wire(fits)), { at: fits })
    assert.throws(() => decode(wire(long)), rule)
  })

  it("keeps the schema's own rules", () => {
    assert.throws(() => encode({ at: 7 }), "not 7")
    assert.throws(() => decode(wire(7)), "not 7")
    assert.throws(() => encode({ at: "1" }), "number")
  })
})
