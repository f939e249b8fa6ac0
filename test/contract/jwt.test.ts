import { assert, describe, it } from "@effect/vitest"
import { claimsOf } from "../../src/contract/jwt.ts"

const part = (text: string) => Buffer.from(text).toString("base64url")

describe("the claims of a token", () => {
  it("are read, whatever characters they have", () => {
    const claims = { orgId: "Zoë ÿÿ>>?", exp: 1_785_000_000 }
    assert.deepStrictEqual(claimsOf(`${part("{}")}.${part(JSON.stringify(claims))}.x`), claims)
  })

  it.each([
    "",
    "opaque",
    "a.b",
    "a.b.c.d",
    "a.%%%.c",
    `a.${part("[1]")}.c`,
    `a.${part("{")}.c`,
    `a.${part("null")}.c`
  ])("are none in %j", (token) => assert.isUndefined(claimsOf(token)))
})
