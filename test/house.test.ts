/** The rules of the house, read from the import graph and the texts. The tables are in `house/rules.ts` and `house/words.ts`. */
import { assert, describe, it } from "@effect/vitest"
import { dirname, join } from "node:path"
import { floorOf, floors, inCore, moduleOf, vendorOf } from "./house/floors.ts"
import { longestFunction, longFunctions } from "./house/functions.ts"
import { type Breach, ceilingOf, type Found, importRules, weakMapsIn, wordRules } from "./house/rules.ts"
import {
  circles,
  codeOf,
  importsOf,
  markedCode,
  readSources,
  readTexts,
  type Source,
  sourceOf
} from "./house/source.ts"
import { lazySchemas, noVerbs, operationsIn, operationThunks } from "./house/vendors.ts"
import { oldWords, oldWordsIn } from "./house/words.ts"

const sources = readSources("src")

const none = (breaches: ReadonlyArray<Breach>) => {
  const report = breaches.map(({ path, says }) => `${path}: ${says}`).join("\n")
  assert.strictEqual(report, "", `\n${report}\n`)
}

const inAll = (rule: (source: Source) => Found) =>
  none(
    sources.flatMap((source) =>
      rule(source).map(([line, says]) => ({ path: `${source.path}:${line}`, says }))
    )
  )

/** What an index exports as namespaces. */
const exported = (path: string) =>
  [
    ...sources
      .find((source) => source.path === path)!
      .code.matchAll(/^export \* as (\w+) from "\.\/([^"]+)"/gm)
  ].map(([, name = "", from = ""]) => [name, join(dirname(path), from)] as const)

/** The modules that are exported, and so have their documentation in full. */
const documented: ReadonlySet<string> = new Set(
  ["src/core.ts", "src/index.ts", "src/testing/index.ts"].flatMap(exported).map(([, path]) => path)
)

describe("imports", () => {
  for (const [name, rule] of Object.entries(importRules)) {
    it(name, () =>
      none(
        sources.flatMap((source) =>
          [...new Set(source.imports.map((to) => rule(source, to)))].flatMap((says) =>
            says === undefined ? [] : [{ path: source.path, says }]
          )
        )
      )
    )
  }

  it("make no circles, not even of types", () =>
    none(
      circles(sources).map((circle) => ({
        path: circle[0]!,
        says: `imports itself by way of ${circle.slice(1).join(" → ")}: move what both need into a file of its own`
      }))
    ))
})

describe("files", () => {
  for (const [name, rule] of Object.entries(wordRules)) it(name, () => inAll(rule))

  it("hold three weak maps at most", () => assert.isAtMost(weakMapsIn(sources).length, 3))

  it("keep their ceilings", () =>
    none(
      sources.flatMap(({ lines, path }) => {
        const ceiling = ceilingOf(path, documented)
        return lines > ceiling
          ? [{ path, says: `${lines} lines, the ceiling is ${ceiling}: it is two nouns, give each a file` }]
          : []
      })
    ))

  it(`have functions of ${longestFunction} lines at most`, () => inAll(longFunctions))

  it("open with what they are", () =>
    none(
      sources
        .filter(({ text }) => !/^(#!.*\n)?\/(\*\*|\/)/.test(text))
        .map(({ path }) => ({ path, says: "begin the file with one to three sentences of what it is" }))
    ))
})

describe("a vendor", () => {
  it("gives the facts of each operation as a thunk", () => {
    assert.deepStrictEqual(
      [...new Set(operationsIn(sources).map(({ path }) => vendorOf(path)))],
      exported("src/index.ts").flatMap(([, path]) => vendorOf(path) ?? [])
    )
    inAll(operationThunks(sources))
  })

  it("builds no schema before it is used", () => inAll(lazySchemas(sources)))

  it("holds no loop that waits, no timer and no catch", () => inAll(noVerbs))
})

// Decisions and changes are history, and `test/house` has the old words as data.
const texts = ["src", "test", "examples", "scripts", "bench", "docs", "README.md", "CONTRIBUTING.md"]
  .flatMap(readTexts)
  .filter(({ path }) => !/^(docs\/decisions|test\/house)\b/.test(path))

describe("words", () => {
  it("are the field's: what was replaced does not come back", () =>
    none(
      texts.flatMap((text) =>
        oldWordsIn(text).map(({ line, word }) => ({
          path: `${text.path}:${line}`,
          says: `“${word.was}” is now “${word.is}”: test/house/words.ts`
        }))
      )
    ))

  it.each(oldWords.map((word) => [word.was, word] as const))("“%s” is found where it is used", (_, word) => {
    assert.isAbove(oldWordsIn({ code: word.found, text: word.found }, [word]).length, 0)
  })

  it("of plain English are let alone", () => {
    const plain = [
      "A bad sign: Braze said that it fills soon, and he was unsure again.",
      "It asked for a narrower range, and told nobody.",
      `const message = "Shop said: “no”. It begins again, as the page shows."`,
      "const call = ask(question) // the flight of a passenger"
    ].join("\n")
    assert.deepStrictEqual(oldWordsIn({ code: plain, text: plain }), [])
  })
})

describe("the front door", () => {
  const vendors = [...new Set(sources.flatMap(({ path }) => vendorOf(path) ?? []))]
  // Its name says what it does inside; outside it is how a vendor is made.
  const renamed: Readonly<Record<string, string>> = { "src/pipeline/layer.ts": "Vendor" }
  // Types that another module shows: whoever needs one finds it there.
  const shownBy: Readonly<Record<string, string>> = {
    "src/contract/Advice.ts": "src/policy/Policy.ts",
    "src/contract/Generates.ts": "src/contract/operation/spec.ts",
    "src/contract/Outgoing.ts": "src/pipeline/Auth.ts",
    "src/contract/Quota.ts": "src/policy/limit/quota.ts",
    "src/contract/Vendor.ts": "src/pipeline/layer.ts",
    "src/pipeline/Call.ts": "src/pipeline/Pipeline.ts"
  }

  it("shows every module of the core but those for tests and for a disk", () => {
    const modules = sources.flatMap(({ path }) => {
      const name = renamed[path] ?? moduleOf(path)
      return name === undefined ||
        ["testing", "durable", "console"].includes(floorOf(path) ?? "") ||
        path in shownBy
        ? []
        : [[name, path]]
    })
    assert.deepStrictEqual(
      exported("src/core.ts").map(([name, path]) => [name, path]),
      modules.toSorted(([one = ""], [other = ""]) => (one < other ? -1 : 1))
    )
  })

  it.each(Object.entries(shownBy))("has no need of %s, which %s shows", (path, by) => {
    const names = sources.find((source) => source.path === by)!.imports.map(({ from }) => from)
    assert.include(names, path)
  })

  it("shows callers every vendor, and nothing of the core under another name", () => {
    const [ofVendors, ofCore] = [true, false].map((isVendor) =>
      exported("src/index.ts").filter(([, path]) => path.startsWith("src/vendors/") === isVendor)
    )
    assert.deepStrictEqual(
      ofVendors!.map(([name]) => name.toLowerCase()),
      vendors.toSorted()
    )
    assert.includeDeepMembers([...exported("src/core.ts")], [...ofCore!])
  })

  it("holds no code", () =>
    none(
      sources
        .filter(
          ({ code, path }) =>
            (/^src\/\w+\.ts$/.test(path) || path.endsWith("/index.ts")) &&
            /^(?!export (type )?[*{]|\s|\}|$)/m.test(code)
        )
        .map(({ path }) => ({
          path,
          says: "an index re-exports and does nothing else: move the code to a file with a name"
        }))
    ))
})

describe("each rule catches", () => {
  // Breaches of every rule, as files that break it.
  const importBreaches: Record<
    keyof typeof importRules,
    ReadonlyArray<readonly [path: string, text: string]>
  > = {
    "every file is on a floor, or beside them": [["src/core/Oddity.ts", `import "effect/Effect"`]],
    "a floor imports itself and lower ones": [
      ["src/policy/limit/queue.ts", `import { a } from "../../pipeline/Auth.ts"`],
      ["src/contract/Failure.ts", `import type { A } from "../policy/Retry.ts"`],
      ["src/many/Batch.ts", `type A = import("../diagnose/Diagnose.ts").A`],
      ["src/many/Batch.ts", `import type { A } from "../durable/Outbox.ts"`]
    ],
    "the core imports no vendor": [
      ["src/contract/Wire.ts", `import { a } from "../vendors/braze/index.ts"`],
      ["src/testing/laws.ts", `import type { A } from "../vendors/braze/vendor.ts"`]
    ],
    "what is inside imports no index of the whole": [
      ["src/promises/Promises.ts", `import { Retry } from "../core.ts"`]
    ],
    "what is for tests is not needed by what is not": [
      ["src/diagnose/Diagnose.ts", `import type { A } from "../testing/Simulator.ts"`],
      ["src/testing/laws.ts", `import { a } from "../promises/Promises.ts"`],
      ["src/testing/laws.ts", `import type { A } from "../durable/Outbox.ts"`],
      ["src/durable/Outbox.ts", `import type { A } from "../testing/Simulator.ts"`]
    ],
    "diagnose, promises and the command line use modules, not their parts": [
      ["src/cli/runCall.ts", `import type { A } from "../pipeline/stages/retry.ts"`],
      ["src/cli/runCall.ts", `import { a } from "../pipeline/compose.ts"`],
      ["src/cli/figures.ts", `import { a } from "../policy/limit/queue.ts"`],
      ["src/cli/figures.ts", `import { a } from "../diagnose/environment.ts"`],
      ["src/cli/simulators.ts", `const a = () => import("../testing/simulator/world.ts")`],
      ["src/cli/vendors.ts", `const a = () => import("../vendors/braze/vendor.ts")`],
      ["src/diagnose/Diagnose.ts", `import type { A } from "../contract/operation/spec.ts"`],
      ["src/promises/Promises.ts", `import { a } from "../pipeline/guards.ts"`]
    ],
    "vendors do not import each other": [
      ["src/vendors/braze/vendor.ts", `import { a } from "../ixon/vendor.ts"`]
    ],
    "vendors import what is for vendors": [
      ["src/vendors/braze/vendor.ts", `import { a } from "../../pipeline/Transport.ts"`],
      ["src/vendors/braze/operations/users.ts", `import type { A } from "../../../policy/Retry.ts"`],
      ["src/vendors/braze/vendor.ts", `import type { A } from "../../testing/Simulator.ts"`]
    ],
    "failures import only what facts are made of": [
      ["src/vendors/braze/failures/a.ts", `import { a } from "../../../many/Batch.ts"`]
    ],
    "within a vendor the order is kept": [
      ["src/vendors/braze/vendor.ts", `import { a } from "./operations/users.ts"`],
      ["src/vendors/braze/operations/users.ts", `import { a } from "../layer.ts"`],
      ["src/vendors/braze/operations/users.ts", `import { a } from "../surface/users.ts"`],
      ["src/vendors/braze/index.ts", `export * from "./surface/users.ts"`]
    ],
    "nothing imports the command line": [
      ["src/index.ts", `export * from "./cli/main.ts"`],
      ["src/core.ts", `export * from "./generate/emit/surface.ts"`],
      ["src/testing/laws.ts", `import { a } from "../generate/description.ts"`]
    ],
    "effect/http is touched at the wire alone": [
      ["src/policy/Retry.ts", `import * as H from "effect/http/HttpClient"`],
      ["src/cli/runCall.ts", `import type { A } from "effect/http"`],
      ["src/vendors/braze/layer.ts", `import type * as H from "effect/http/HttpClient"`]
    ],
    "imports are spelled so that little is loaded": [
      ["src/contract/Wire.ts", `import { Effect } from "effect"`]
    ]
  }
  for (const [name, rule] of Object.entries(importRules)) {
    it(name, () => {
      assert.isNotEmpty(importBreaches[name]!)
      for (const breach of importBreaches[name]!) {
        const broken = sourceOf(...breach)
        assert.isTrue(
          broken.imports.some((to) => rule(broken, to) !== undefined),
          breach.join(": ")
        )
      }
    })
  }

  const wordBreaches: Record<keyof typeof wordRules, readonly [path: string, text: string]> = {
    "the core has no word of a vendor": ["src/contract/Wire.ts", `const brazeLimit = 50`],
    "no folder of the core is called vendor": ["src/pipeline/vendor/answer.ts", `const a = 1`],
    "time and chance come from Effect": ["src/vendors/braze/vendor.ts", `const now = Date.now()`],
    "no file names a path of one machine": ["src/cli/main.ts", `const file = "/${"home"}/me/input.json"`],
    "types are not switched off": ["src/cli/main.ts", `// @ts-${"ignore"}`],
    "the core gives a reason for each type assertion": [
      "src/contract/Wire.ts",
      `const a = b as unknown as Wire`
    ],
    "a WeakMap gives its reason": ["src/pipeline/carrier.ts", `const known = new WeakMap<object, string>()`]
  }
  for (const [name, rule] of Object.entries(wordRules)) {
    it(name, () => assert.strictEqual(rule(sourceOf(...wordBreaches[name]!)).length, 1))
  }

  it("and does not take the words of a text for a type assertion", () => {
    const rule = wordRules["the core gives a reason for each type assertion"]!
    const said = (text: string) => rule(sourceOf("src/contract/Wire.ts", text)).length
    assert.strictEqual(said(`const a = "as Wire", b = \`as Wire, \${c} as Wire\``), 0)
    assert.strictEqual(said(`const a = \`as Wire, \${b as Wire}\``), 1)
  })

  it("and takes a reason for a WeakMap from the comment above it", () => {
    const rule = wordRules["a WeakMap gives its reason"]!
    const text = "// Held weakly, so that it is forgotten with its operation.\nconst known = new WeakMap()"
    assert.deepStrictEqual(rule(sourceOf("src/pipeline/carrier.ts", text)), [])
    assert.deepStrictEqual(weakMapsIn([sourceOf("src/pipeline/carrier.ts", text)]), [
      "src/pipeline/carrier.ts:2"
    ])
  })

  const functionOf = (lines: number) => `const a = () => {\n${"  b()\n".repeat(lines - 2)}}`

  it(`a function of ${longestFunction + 1} lines, wherever it stands`, () => {
    const inClass = `class A {\n  b = {\n    c: ${functionOf(longestFunction + 1).slice("const a = ".length)}\n  }\n}`
    for (const text of [functionOf(longestFunction + 1), inClass])
      assert.strictEqual(longFunctions(sourceOf("src/a.ts", text)).length, 1, text)
    assert.deepStrictEqual(longFunctions(sourceOf("src/a.ts", functionOf(longestFunction))), [])
  })

  it("and counts no comment, no blank line, no table and nothing derived", () => {
    const derived = sourceOf("src/vendors/braze/surface/users.ts", functionOf(longestFunction + 1))
    assert.deepStrictEqual(longFunctions(derived), [])
    const commented = functionOf(longestFunction).replace("b()", "// why\n\n  /* and\n  how */ b()")
    const table = `const a = {\n${"  b: 1,\n".repeat(100)}}`
    for (const text of [commented, table])
      assert.deepStrictEqual(longFunctions(sourceOf("src/a.ts", text)), [])
  })

  it("and knows the ceiling of each kind of file", () => {
    const ceilings = [
      "src/contract/Failure.ts",
      "src/pipeline/Call.ts",
      "src/pipeline/layer.ts",
      "src/vendors/braze/failures/users.ts",
      "src/vendors/braze/operations/users.ts",
      "src/vendors/braze/surface/users.ts",
      "src/vendors/braze/vendor.ts"
    ].map((path) => ceilingOf(path, documented))
    assert.deepStrictEqual(ceilings, [250, 150, 150, 300, 300, 800, 150])
  })

  it("and lets a floor import what lies below it", () => {
    const rule = importRules["a floor imports itself and lower ones"]!
    for (const [level, floor] of floors.entries()) {
      for (const [other, from] of floors.entries()) {
        const file = sourceOf(`src/${floor}/a.ts`, `import type { B } from "../${from}/b.ts"`)
        const minded = file.imports.some((to) => rule(file, to) !== undefined)
        assert.strictEqual(minded, other > level, `${floor} imports ${from}`)
      }
    }
    assert.deepStrictEqual(
      floors.filter((floor) => !inCore(`src/${floor}/a.ts`)),
      ["cli"]
    )
  })
})

describe("of a vendor, the reader of syntax", () => {
  const makers = [
    sourceOf(
      "src/vendors/shop/vendor.ts",
      `import { operations } from "../../contract/Operation.ts"\nexport const operation = operations<A>()(Api, vendor)`
    ),
    sourceOf(
      "src/vendors/shop/operations/shape.ts",
      [
        `import * as Schema from "effect/Schema"`,
        `import { lazy } from "../../../contract/lazy.ts"`,
        `export const Name = lazy(() => Schema.String)`,
        `export const listOf = (item) => Schema.Array(item)`,
        `export const later = () => lazy(() => Schema.String)`
      ].join("\n")
    )
  ]
  const orders = (text: string) =>
    sourceOf(
      "src/vendors/shop/operations/orders.ts",
      [
        `import * as Schema from "effect/Schema"`,
        `import { lazy } from "../../../contract/lazy.ts"`,
        `import { operation as own } from "../vendor.ts"`,
        `import { later, listOf, Name } from "./shape.ts"`,
        text
      ].join("\n")
    )
  const found = (rule: (all: ReadonlyArray<Source>) => (source: Source) => Found, text: string) => {
    const source = orders(text)
    return rule([...makers, source])(source).map(([line]) => line)
  }

  it.each([
    `own("list", { method: "GET" })`,
    `own("list", () => { return { method: "GET" } })`,
    `own("list", () => facts)`,
    `own("list", function () { return {} })`,
    `Pages.byToken(own("list", facts), {})`,
    `own("list", (a) => ({ a }))`
  ])("finds operations that are built too early: %s", (text) =>
    assert.strictEqual(found(operationThunks, `export const list = ${text}`).length, 1)
  )

  it.each([`own("list", () => ({ method: "GET" }))`, `other("list", { method: "GET" })`])(
    "lets pass: %s",
    (text) => assert.deepStrictEqual(found(operationThunks, `export const list = ${text}`), [])
  )

  it.each([
    `const a = Schema.Struct({})`,
    `const a = { b: Schema.String.check(c) }`,
    `const optional = Schema.optionalKey\nconst a = optional(b)`,
    `const a = Name()`,
    `const a = listOf(b)`,
    `const Own = lazy(() => Schema.String)\nconst a = [Own()]`,
    `const own = () => listOf(b)\nconst a = own()`
  ])("finds a schema that is built too early: %s", (text) =>
    assert.deepStrictEqual(found(lazySchemas, text), [4 + text.split("\n").length])
  )

  it.each([
    `const a = lazy(() => Schema.Struct({ b: Name() }))`,
    `const a = (b) => Schema.Array(b)`,
    `const optional = Schema.optionalKey`,
    `const a = own("list", () => ({ input: Schema.Struct({}) }))`,
    `const a = later()`
  ])("lets a schema be built on first use: %s", (text) =>
    assert.deepStrictEqual(found(lazySchemas, text), [])
  )

  it("lets failures carry schemas", () => {
    const source = sourceOf(
      "src/vendors/shop/failures.ts",
      `import * as Schema from "effect/Schema"\nexport class A extends Failure()("A", { carries: { b: Schema.Array(c) } }) {}`
    )
    assert.deepStrictEqual(lazySchemas([source])(source), [])
  })

  it.each([
    `while (a) b()`,
    `do { b() } while (a)`,
    `const a = async () => { for (const b of c) await b() }`,
    `const a = async () => { for await (const b of c) b() }`,
    `const a = function* () { for (const b of c) yield* b }`,
    `try { a() } catch { b() }`,
    `const a = Effect.catchTag(b, "C", c)`,
    `const a = b.pipe(Effect.retry(c))`,
    `const a = Effect.sleep("1 second")`
  ])("finds what is the core's work: %s", (text) => {
    const source = sourceOf(
      "src/vendors/shop/operations/orders.ts",
      `import * as Effect from "effect/Effect"\n${text}`
    )
    assert.deepStrictEqual(
      noVerbs(source).map(([line]) => line),
      [2]
    )
  })

  it("lets a vendor go through a list, and the core do its work", () => {
    const text = `for (const a of b) c(a)`
    assert.deepStrictEqual(noVerbs(sourceOf("src/vendors/shop/operations/orders.ts", text)), [])
    assert.deepStrictEqual(noVerbs(sourceOf("src/pipeline/Auth.ts", `while (a) b()`)), [])
  })
})

describe("the reader of sources", () => {
  it("blanks comments and keeps strings", () => {
    assert.strictEqual(
      codeOf(`const a = "// no" // yes\n/* b\n */ const c = \`/* d */\``),
      `const a = "// no"       \n    \n    const c = \`/* d */\``
    )
  })

  it("keeps of a page what is marked as code", () => {
    assert.strictEqual(markedCode("ab `c` d\n```ts\ne `f`\n```\ng"), "   `c`  \n```ts\ne `f`\n```\n ")
  })

  it("finds every kind of import, and tells the erased ones", () => {
    const code = [
      `import * as A from "effect/A"`,
      `import type { B } from "./b.ts"`,
      `import {\n  c,\n  type C\n} from "../c.ts"`,
      `export * as D from "./d.ts"`,
      `import "./e.ts"`,
      `const f = import("./f.ts")`,
      `type G = import("./g.ts").G`
    ].join("\n")
    assert.deepStrictEqual(
      importsOf("src/x/y.ts", code).map(({ from, type }) => `${from}${type ? " (type)" : ""}`),
      [
        "effect/A",
        "src/x/b.ts (type)",
        "src/c.ts",
        "src/x/d.ts",
        "src/x/e.ts",
        "src/x/f.ts",
        "src/x/g.ts (type)"
      ]
    )
  })

  const file = (path: string, type: boolean, ...to: ReadonlyArray<string>) => ({
    path,
    imports: to.map((from) => ({ from, relative: true, type }))
  })

  it("finds a circle once", () => {
    const files = [file("a", false, "b"), file("b", false, "c"), file("c", false, "b", "a")]
    assert.deepStrictEqual(circles(files), [
      ["b", "c"],
      ["a", "b", "c"]
    ])
  })

  it("finds a circle that a type closes, and none where imports only meet", () => {
    assert.deepStrictEqual(circles([file("a", false, "b"), file("b", true, "a")]), [["a", "b"]])
    assert.deepStrictEqual(circles([file("a", false, "b", "c"), file("b", true, "c"), file("c", false)]), [])
  })
})
