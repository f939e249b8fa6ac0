/** How answers are recognized: by what they show, and as the first failure that they can carry. */
import { assert, describe, it } from "@effect/vitest"
import { forge, recognize, table } from "../../src/contract/Catalogue.ts"
import { declared } from "../../src/contract/compile.ts"
import { type AnyFailureClass, failuresOf } from "../../src/contract/Failure.ts"
import * as Signature from "../../src/contract/Signature.ts"
import { at, fromJson, make, type Wire } from "../../src/contract/Wire.ts"
import * as Shop from "../shop/shop.ts"

const tagOf = (wire: Wire) => recognize(Shop.failures, wire)?._tag

describe("an answer", () => {
  it("is read as the next failure where it lacks what a more special one carries", () => {
    assert.strictEqual(tagOf(fromJson(400, {}, { message: "sold out", article: "tea" })), "Shop.SoldOut")
    assert.strictEqual(tagOf(fromJson(400, {}, { message: "sold out" })), "Shop.BadRequest")
    assert.strictEqual(tagOf(fromJson(400, {}, { message: "sold out", article: 7 })), "Shop.BadRequest")
    assert.isUndefined(tagOf(fromJson(418, {}, { message: "sold out", article: "tea" })))
  })

  it("that lacks what is optional, or has it empty or unreadable, is the same failure without it", () => {
    for (const headers of [{}, { "retry-after": "" }, { "retry-after": "early" }]) {
      const failure = recognize(Shop.failures, make(429, headers, ""))
      assert.deepStrictEqual([failure?._tag, failure && "retryAfter" in failure], ["Shop.TooMany", false])
    }
  })

  it("has what stands in it, and nothing that every object has", () => {
    const body = { list: [{ id: 1 }], text: "x" }
    assert.deepStrictEqual(
      ["list.0.id", "list.1.id", "text", "text.length", "constructor", "list.length", ""].map((path) =>
        at(body, path)
      ),
      [1, undefined, "x", undefined, undefined, undefined, body]
    )
  })
})

describe("an operation's own failure", () => {
  const Failure = failuresOf({ vendor: "Own", messageAt: ["message"], frame: () => ({ message: "" }) })
  const made = (name: string, signature: Signature.Signature | ReadonlyArray<Signature.Signature>) =>
    class Made extends Failure<Made>()(`Own.${name}`, {
      signature,
      category: "invalid",
      retry: "never",
      means: "It is refused.",
      remedy: "None.",
      see: "made up"
    }) {}
  const special = made("Special", { status: 400, body: { message: Signature.contains("blocked") } })
  const bad = made("Bad", { status: 400 })
  const server = made("Server", { status: [500, "5xx"] })
  const orderOf = (failures: ReadonlyArray<AnyFailureClass>, fails: ReadonlyArray<AnyFailureClass>) =>
    declared({ failures, always: [special, bad, server] }, { fails }).map(({ tag }) => tag.slice(4))

  it("that means by its status what every operation's means, stands before that, and after more special ones", () => {
    const own = made("Mine", { status: 400 })
    assert.deepStrictEqual(orderOf([special, bad, server, own], [own]), ["Special", "Mine", "Bad", "Server"])
  })

  it("that a failure of every operation would hide, stands before that", () => {
    const worded = made("Worded", { status: 400, body: { message: "no" } })
    const fault = made("Fault", [{ status: 503 }, { status: "5xx" }])
    assert.deepStrictEqual(orderOf([special, bad, server, worded, fault], [worded, fault]), [
      "Special",
      "Worded",
      "Bad",
      "Fault",
      "Server"
    ])
  })

  it("stays in its place where it would not be hidden", () => {
    const wider = made("Wider", { status: [400, 422] })
    const all = made("All", { status: "4xx" })
    assert.deepStrictEqual(orderOf([special, bad, server, wider, all], [wider, all]), [
      "Special",
      "Bad",
      "Server",
      "Wider",
      "All"
    ])
    assert.deepStrictEqual(orderOf([special, wider, bad, server], []), ["Special", "Bad", "Server"])
  })
})

describe("a pattern", () => {
  const { absent, between, contains, fits, lacks, noneOf, not, notJson, oneOf, present } = Signature
  const { regex, says, startsWith } = Signature
  const patterns: ReadonlyArray<
    readonly [string, Signature.Pattern, ReadonlyArray<unknown>, ReadonlyArray<unknown>]
  > = [
    ["contains", contains("Sold out"), ["SORRY, sold \n out!"], ["sold", undefined, 7]],
    ["startsWith", startsWith("No such"), ["no  such id"], ["there is no such id"]],
    ["says", says("No"), [" NO "], ["no!"]],
    ["regex", regex(/^a\d$/, "a1"), ["a7"], ["xa7", null]],
    ["oneOf", oneOf("a", 7, contains("b")), ["a", 7, "xbx"], ["x", undefined]],
    ["noneOf", noneOf(["a", contains("b")], "c"), ["c", null, 7], ["a", "abc", undefined]],
    ["between", between(2, 4), [2, 3, 4], [1, 5, "3"]],
    ["absent", absent, [undefined], [null, "", 0]],
    ["present", present(1), [0, "", false], [null, undefined]],
    ["notJson", notJson, ["<html>", "", "no"], ["{", " [1]", '"x"']],
    [
      "lacks",
      lacks("message", "code"),
      [undefined, "<html>", null, [], {}, { error: "message" }],
      [{ message: "no" }, { code: 0 }, { message: null }]
    ],
    ["not", not(contains("a"), "b"), ["b", undefined, null, 7], ["xax"]],
    ["a record", { a: { b: 1 } }, [{ a: { b: 1, c: 2 } }], [{ a: { b: 2 } }, { a: 1 }, null, []]],
    ["a list", { "a[]": { b: 1 } }, [{ a: [{}, { b: 1 }] }], [{ a: { b: 1 } }, { a: [] }]]
  ]
  for (const [name, pattern, fit, others] of patterns)
    it(`of the kind ${name} fits what it says, its own sample too, and nothing else`, () => {
      for (const value of [...fit, Signature.sample(pattern)])
        assert.isTrue(fits(pattern, value), String(value))
      for (const value of others) assert.isFalse(fits(pattern, value), String(value))
    })

  it("on the raw text, a header or a class of statuses counts like one on the body", () => {
    const signature: Signature.Signature = {
      status: ["2xx", 404],
      headers: { "x-kind": "odd" },
      text: contains("teapot")
    }
    const [kind, text] = [{ "x-kind": "odd" }, "I am a teapot"]
    for (const status of [200, 299, 404])
      assert.isTrue(Signature.matches(signature, make(status, kind, text)))
    assert.isFalse(Signature.matches(signature, make(403, kind, text)))
    assert.isFalse(Signature.matches(signature, make(200, {}, text)))
    assert.isFalse(Signature.matches(signature, make(200, kind, "tea")))
  })
})

it("a gateway's answer is told from the vendor's own by what the vendor's always has, and can be forged", () => {
  class Gateway extends failuresOf(Shop.dialect)<Gateway>()("Shop.Gateway", {
    signature: [
      { status: "5xx", body: Signature.lacks("message") },
      { status: "5xx", text: Signature.notJson }
    ],
    category: "unavailable",
    retry: "if-idempotent",
    means: "Something on the way to the shop failed.",
    remedy: "Ask again.",
    see: "made up"
  }) {}
  const failures = [Gateway, ...Shop.failures]
  const tag = (text: string) => recognize(failures, make(503, {}, text))?._tag
  const foreign = ["", "<html>bad gateway</html>", "upstream error", "[]", "null", `{"error":"no upstream"}`]
  assert.deepStrictEqual([...new Set(foreign.map(tag))], ["Shop.Gateway"])
  assert.strictEqual(tag(`{"message":"closed"}`), "Shop.Closed")
  for (const signature of [0, 1])
    assert.strictEqual(recognize(failures, forge(Gateway, {}, { signature }))?._tag, "Shop.Gateway")
})

it("the table of a catalogue says how each failure looks, in the order of recognition", () => {
  class Odd extends failuresOf(Shop.dialect)<Odd>()("Shop.Odd", {
    signature: [
      { status: 400, headers: { "x-odd": Signature.present("1") } },
      { status: "5xx", text: Signature.notJson }
    ],
    category: "unknown",
    retry: "never",
    means: "It is odd.",
    remedy: "None.",
    see: "made up"
  }) {}
  const [row] = table([Odd])
  assert.strictEqual(row?.signatures.length, 2)
  for (const words of ["400", "x-odd", "present"]) assert.include(row?.signatures[0], words)
  for (const words of ["5XX", "not JSON"]) assert.include(row?.signatures[1], words)
})
