/** The rules of the house, read from the import graph and the text of `src`. The tables are in `house/rules.ts`. */
import { assert, describe, it } from "@effect/vitest"
import { type Breach, ceilings, importRules, moduleOf, wordRules } from "./house/rules.ts"
import { circles, codeOf, importsOf, readSources } from "./house/source.ts"

const sources = readSources("src")

const none = (breaches: ReadonlyArray<Breach>) => {
  const report = breaches.map(({ path, says }) => `${path}: ${says}`).join("\n")
  assert.strictEqual(report, "", `\n${report}\n`)
}

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

  it("make no circles", () =>
    none(
      circles(sources).map((circle) => ({
        path: circle[0]!,
        says: `imports itself by way of ${circle.slice(1).join(" → ")}: move what both need into a file of its own, or import only types`
      }))
    ))
})

describe("files", () => {
  for (const [name, rule] of Object.entries(wordRules)) {
    it(name, () =>
      none(
        sources.flatMap((source) =>
          rule(source).map(([line, says]) => ({ path: `${source.path}:${line}`, says }))
        )
      )
    )
  }

  it("keep their ceilings", () =>
    none(
      sources.flatMap(({ lines, path }) => {
        const ceiling = ceilings.find(([pattern]) => pattern.test(path))![1]
        return lines > ceiling
          ? [{ path, says: `${lines} lines, the ceiling is ${ceiling}: it is two nouns, give each a file` }]
          : []
      })
    ))

  it("open with what they are", () =>
    none(
      sources
        .filter(({ text }) => !/^(#!.*\n)?\/(\*\*|\/)/.test(text))
        .map(({ path }) => ({ path, says: "begin the file with one to three sentences of what it is" }))
    ))
})

describe("the front door", () => {
  const exported = (path: string) =>
    [...sources.find((source) => source.path === path)!.code.matchAll(/^export \* as (\w+) from/gm)].map(
      ([, name]) => name
    )
  const modules = sources.flatMap(({ path }) =>
    /^src\/core\/[A-Z]\w*\.ts$/.test(path) ? [moduleOf(path)!] : []
  )
  const vendors = [
    ...new Set(sources.flatMap(({ path }) => /^src\/vendors\/([^/]+)\//.exec(path)?.[1] ?? []))
  ]

  it("shows every module of the core but those for tests", () =>
    assert.deepStrictEqual(
      exported("src/core/index.ts"),
      modules.filter((name) => name !== "Simulator" && name !== "Testing").toSorted()
    ))

  it("shows every vendor", () =>
    assert.deepStrictEqual(
      exported("src/index.ts").map((name) => name!.toLowerCase()),
      vendors.toSorted()
    ))

  it("holds no code", () =>
    none(
      sources
        .filter(
          ({ code, path }) =>
            /^src\/(.*\/)?(index|testing)\.ts$/.test(path) && /^(?!export (type )?[*{]|\s|\}|$)/m.test(code)
        )
        .map(({ path }) => ({
          path,
          says: "an index re-exports and does nothing else: move the code to a file with a name"
        }))
    ))
})

describe("each rule catches", () => {
  const source = (path: string, text: string) => {
    const code = codeOf(text)
    return { path, text, code, lines: 1, imports: importsOf(path, code) }
  }

  // One breach for every rule, as a file that breaks it.
  const importBreaches: Record<keyof typeof importRules, readonly [path: string, text: string]> = {
    "every module of the core has its place": ["src/core/Oddity.ts", `import "effect/Effect"`],
    "modules of the core import only lower ones": [
      "src/core/limit/queue.ts",
      `import type { A } from "../Retry.ts"`
    ],
    "the core imports only the core": ["src/core/Wire.ts", `import { a } from "../vendors/braze/index.ts"`],
    "vendors do not import each other": [
      "src/vendors/braze/vendor.ts",
      `import { a } from "../ixon/vendor.ts"`
    ],
    "failures import only what facts are made of": [
      "src/vendors/braze/failures/a.ts",
      `import { a } from "../../../core/Retry.ts"`
    ],
    "within a vendor the order is kept": [
      "src/vendors/braze/vendor.ts",
      `import { a } from "./operations/users.ts"`
    ],
    "nothing imports the command line": ["src/index.ts", `export * from "./cli/main.ts"`],
    "only the modules at the wire import effect/http": [
      "src/core/Retry.ts",
      `import * as H from "effect/http/HttpClient"`
    ],
    "imports are spelled so that little is loaded": ["src/core/Wire.ts", `import { Effect } from "effect"`]
  }
  for (const [name, rule] of Object.entries(importRules)) {
    it(name, () => {
      const broken = source(...importBreaches[name]!)
      assert.isTrue(broken.imports.some((to) => rule(broken, to) !== undefined))
    })
  }

  const wordBreaches: Record<keyof typeof wordRules, readonly [path: string, text: string]> = {
    "the core has no word of a vendor": ["src/core/Wire.ts", `const brazeLimit = 50`],
    "time and chance come from Effect": ["src/vendors/braze/vendor.ts", `const now = Date.now()`],
    "no file names a path of one machine": ["src/cli/main.ts", `const file = "/${"home"}/me/input.json"`],
    "types are not switched off": ["src/cli/main.ts", `// @ts-${"ignore"}`],
    "the core gives a reason for each type assertion": ["src/core/Wire.ts", `const a = b as unknown as Wire`]
  }
  for (const [name, rule] of Object.entries(wordRules)) {
    it(name, () => assert.strictEqual(rule(source(...wordBreaches[name]!)).length, 1))
  }
})

describe("the reader of sources", () => {
  it("blanks comments and keeps strings", () => {
    assert.strictEqual(
      codeOf(`const a = "// no" // yes\n/* b\n */ const c = \`/* d */\``),
      `const a = "// no"       \n    \n    const c = \`/* d */\``
    )
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

  it("finds a circle once", () => {
    const file = (path: string, ...to: ReadonlyArray<string>) => ({
      path,
      text: "",
      code: "",
      lines: 0,
      imports: to.map((from) => ({ from, relative: true, type: false }))
    })
    assert.deepStrictEqual(circles([file("a", "b"), file("b", "c"), file("c", "b", "a")]), [
      ["b", "c"],
      ["a", "b", "c"]
    ])
  })
})
