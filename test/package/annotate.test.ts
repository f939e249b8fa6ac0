/** What the build marks for bundlers, and that source maps still point at the sources. */
import { decode, encode } from "@jridgewell/sourcemap-codec"
import { assert, describe, it } from "@effect/vitest"
import { runInNewContext } from "node:vm"
import { insert, insertions, shift } from "../../scripts/annotate.ts"

const annotated = (text: string): string => insert(text, insertions(text, "a.js"))

describe("the build marks as pure", () => {
  it.each([
    ["a call", `const a = b()`, `const a = /*#__PURE__*/ b()`],
    ["a call that is exported", `export const a = b(c)`, `export const a = /*#__PURE__*/ b(c)`],
    ["an object that is made", `const a = new Map()`, `const a = /*#__PURE__*/ new Map()`],
    [
      "what a class extends",
      `export class A extends B()("A", { c }) {}`,
      `export class A extends /*#__PURE__*/ (/*#__PURE__*/ B())("A", { c }) {}`
    ],
    [
      "each call of a chain",
      `const a = b.c(d()).e(f())`,
      `const a = /*#__PURE__*/ (/*#__PURE__*/ b.c(/*#__PURE__*/ d())).e(/*#__PURE__*/ f())`
    ],
    [
      "a call of what a call of a call returns",
      `const a = b()()()`,
      `const a = /*#__PURE__*/ (/*#__PURE__*/ (/*#__PURE__*/ b())())()`
    ],
    [
      "calls in lists, objects and arguments",
      `const a = [b(), { c: d(), e: [f()] }]`,
      `const a = [/*#__PURE__*/ b(), { c: /*#__PURE__*/ d(), e: [/*#__PURE__*/ f()] }]`
    ],
    [
      "a value for which a property is read",
      `const a = b({ c: d.e, f: g() })`,
      `const a = /*#__PURE__*/ (() => b({ c: d.e, f: g() }))()`
    ],
    ["a table of properties", `const a = { b: c.d }`, `const a = /*#__PURE__*/ (() => ({ b: c.d }))()`],
    ["a value with a spread", `const a = { ...b, c }`, `const a = /*#__PURE__*/ (() => ({ ...b, c }))()`],
    [
      "what a class extends, where a property is read for it",
      `class A extends B()("A", { c: d.e }) {}`,
      `class A extends /*#__PURE__*/ (() => B()("A", { c: d.e }))() {}`
    ],
    [
      "a static field",
      `class A { static b = c(); d = e() }`,
      `class A { static b = /*#__PURE__*/ c(); d = e() }`
    ],
    ["the whole of an optional chain", `const a = b?.().c()`, `const a = /*#__PURE__*/ b?.().c()`]
  ])("%s", (_, text, expected) => assert.strictEqual(annotated(text), expected))

  it.each([
    ["what is done when a function is called", `const a = () => b()`],
    ["what a method does", `class A { b() { return c() } }`],
    ["what is done for its own sake", `a()\nb.c(d())`],
    ["what is waited for", `const a = await b()`],
    ["what is read while something is waited for", `const a = { b: await c, ...d }`],
    ["what has no call", `const a = { b: "c()" }`],
    ["another name for a part of a module", `const a = b.c`]
  ])("but not %s", (_, text) => assert.strictEqual(annotated(text), text))

  it("nothing that changes what a module does", () => {
    const made = (text: string): string => runInNewContext(`${text}\nJSON.stringify(a)`)
    const text = `
      const f = (x) => ({ n: x, g(y) { return { n: this.n + y } } })
      const c = (x) => () => x
      class B { constructor(x) { this.x = x } get() { return this.x } }
      const n = undefined
      const a = [f(1).g(2).n, c(3)(), new B(4).get(), n?.h().i(), n?.h(f(5)).i, new (class extends B {})(6).get()]`
    assert.strictEqual(made(annotated(text)), "[3,3,4,null,null,6]")
  })
})

describe("source maps", () => {
  /** Maps every letter to itself. */
  const mapOf = (text: string): string =>
    JSON.stringify({
      version: 3,
      sources: ["a.ts"],
      names: [],
      mappings: encode(
        text.split("\n").map((line, index) => Array.from(line.split(""), (_, at) => [at, 0, index, at]))
      )
    })

  it("point at what they pointed at", () => {
    const text = `// é “…” 😀\nconst a = b()(c())\nclass D extends e(f().g, "“”").h() {}\n`
    const added = insertions(text, "a.js")
    const [before, after] = [text, insert(text, added)].map((one) => one.split("\n"))
    const { mappings } = JSON.parse(shift(mapOf(text), text, added))
    let seen = 0
    for (const [line, segments] of decode(mappings).entries()) {
      for (const [column, , sourceLine, sourceColumn] of segments) {
        assert.strictEqual(after![line]![column], before![sourceLine!]![sourceColumn!])
        seen++
      }
    }
    assert.strictEqual(seen, text.replaceAll("\n", "").length)
  })
})
