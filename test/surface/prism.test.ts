/** What Prism gets of a vendor's document: no rule of it may be one that Prism drops without a word. */
import { assert, describe, it } from "@effect/vitest"
import { corrected } from "../../scripts/surface/prism/document.ts"

const login = "POST /login"

/** A document whose schema is this one. */
const documentOf = (Thing: unknown) => ({ paths: {}, components: { schemas: { Thing } } })

const thingOf = (Thing: unknown) => {
  const { changed, document } = corrected(documentOf(Thing), login)
  assert.isObject(document)
  return { changed, text: JSON.stringify(document) }
}

describe("a document for Prism", () => {
  it("has the expressions of Java as JavaScript reads them, and none of them loses what it refuses", () => {
    const java = "^([^[\\p{Cntrl}\\s]])|([^[\\p{Cntrl}\\s]][[^[\\p{Cntrl}\\s]] ]*[^[\\p{Cntrl}\\s]])$"
    const { changed, document } = corrected({ pattern: java }, login)
    assert.deepStrictEqual(changed, { "regular expressions of Java": 1 })
    const pattern = new RegExp((document as { readonly pattern: string }).pattern, "u") // as: what was given
    assert.isTrue(pattern.test("a name"))
    assert.isFalse(pattern.test(" "))
  })

  it("has no escapes that Prism's expressions do not know", () => {
    assert.include(thingOf({ type: "string", pattern: "^[a\\'b]$" }).text, `"pattern":"^[a'b]$"`)
  })

  it("is refused where an expression stays that Prism would drop", () => {
    assert.throws(() => thingOf({ type: "string", pattern: "a\\-b" }), /cannot compile a\\-b/)
  })

  it("has lengths for texts and counts for objects, whatever they were called", () => {
    assert.include(
      thingOf({ type: "string", minimum: 1, maximum: 9 }).text,
      `{"type":"string","minLength":1,"maxLength":9}`
    )
    assert.include(thingOf({ type: "object", maxItems: 3 }).text, `{"type":"object","maxProperties":3}`)
    assert.include(thingOf({ type: "array", maxItems: 3 }).text, `{"type":"array","maxItems":3}`)
    assert.include(thingOf({ type: "integer", maximum: 3 }).text, `{"type":"integer","maximum":3}`)
  })

  it("drops nothing but what stands without a type", () => {
    assert.include(thingOf({ nullable: true }).text, `"Thing":{}`)
    assert.include(thingOf({ type: "string", nullable: true }).text, `{"type":"string","nullable":true}`)
  })

  it("lets numbers be as great as their maximum", () => {
    const { text } = thingOf({ type: "integer", format: "int32", maximum: 4_294_967_295 })
    assert.include(text, `"format":"int64","maximum":4294967295`)
    assert.include(thingOf({ type: "integer", format: "int32", maximum: 9 }).text, `"format":"int32"`)
  })

  it("asks for other credentials where those are got that all else is called with", () => {
    const paths = { "/login": { post: { responses: {} } }, "/things": { get: { responses: {} } } }
    const { document } = corrected({ paths, components: {} }, login)
    const text = JSON.stringify(document)
    assert.include(text, `"post":{"responses":{},"security":[{"login":[]}]}`)
    assert.include(text, `"get":{"responses":{}}`)
  })
})
