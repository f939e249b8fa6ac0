/** The rules of the house, read from the import graph and the texts. The tables are in `house/rules.ts` and `house/words.ts`. */
import { assert, describe, it } from "@effect/vitest"
import {
  type Breach,
  ceilings,
  floorOf,
  floors,
  importRules,
  inCore,
  moduleOf,
  strictly,
  wordRules
} from "./house/rules.ts"
import { circles, codeOf, importsOf, markedCode, readSources, readTexts } from "./house/source.ts"
import { untilTheContractIsCompiled as later } from "./house/until.ts"
import { oldWords, oldWordsIn } from "./house/words.ts"

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

  it("make no circles, not even of types", () =>
    none(
      circles(sources, later.circles).map((circle) => ({
        path: circle[0]!,
        says: `imports itself by way of ${circle.slice(1).join(" → ")}: move what both need into a file of its own`
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

// Decisions and changes are history, and `test/house` has the old words as data.
const texts = ["src", "test", "examples", "scripts", "bench", "docs", "README.md", "CONTRIBUTING.md"]
  .flatMap(readTexts)
  .filter(({ path }) => !/^(docs\/decisions|test\/house)\b/.test(path))

const isLater = (was: string, path: string) =>
  later.words.some(([word, where]) => word === was && where.test(path))

describe("words", () => {
  it("are the field's: what was replaced does not come back", () =>
    none(
      texts.flatMap((text) =>
        oldWordsIn(text)
          .filter(({ word }) => !isLater(word.was, text.path))
          .map(({ line, word }) => ({
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

describe("what is let pass for now", () => {
  it("imports that no rule minds need no exception", () => {
    const minded = sources.flatMap((source) =>
      source.imports
        .filter((to) => strictly.some((rule) => rule(source, to) !== undefined))
        .map(({ from }) => [source.path, from] as const)
    )
    assert.deepStrictEqual(
      later.imports.filter(
        ([whose, what]) => !minded.some(([path, from]) => whose.test(path) && what.test(from))
      ),
      []
    )
  })

  it("circles that are gone need no exception", () => {
    const needless = later.circles.filter(
      (pair) =>
        circles(
          sources,
          later.circles.filter((other) => other !== pair)
        ).length === 0
    )
    assert.deepStrictEqual(needless, [])
  })

  it("files that keep the ordinary ceiling need no other", () => {
    assert.deepStrictEqual(
      later.ceilings.filter(
        ([pattern]) => !sources.some(({ lines, path }) => pattern.test(path) && lines > 250)
      ),
      []
    )
  })

  it("words that are gone need no exception", () => {
    const used = texts.flatMap((text) => oldWordsIn(text).map(({ word }) => [word.was, text.path] as const))
    assert.deepStrictEqual(
      later.words.filter(([was, where]) => !used.some(([word, path]) => word === was && where.test(path))),
      []
    )
  })
})

describe("the front door", () => {
  const exported = (path: string) =>
    [
      ...sources
        .find((source) => source.path === path)!
        .code.matchAll(/^export \* as (\w+) from "\.\/([^"]+)"/gm)
    ].map(([, name = "", from = ""]) => [name, `src/${from}`] as const)
  const vendors = [
    ...new Set(sources.flatMap(({ path }) => /^src\/vendors\/([^/]+)\//.exec(path)?.[1] ?? []))
  ]
  // Modules under another name than their file's; `Passage` is inside.
  const renamed: Readonly<Record<string, string>> = {
    "src/contract/Advice.ts": "Waits",
    "src/pipeline/layer.ts": "Vendor"
  }

  it("shows every module of the core but those for tests", () => {
    const modules = sources.flatMap(({ path }) => {
      const name = renamed[path] ?? moduleOf(path)
      return name === undefined || floorOf(path) === "testing" || name === "Passage" ? [] : [[name, path]]
    })
    assert.deepStrictEqual(
      exported("src/core.ts").map(([name, path]) => [name, path]),
      modules.toSorted(([one = ""], [other = ""]) => (one < other ? -1 : 1))
    )
  })

  it("shows every vendor", () =>
    assert.deepStrictEqual(
      exported("src/index.ts").map(([name]) => name.toLowerCase()),
      vendors.toSorted()
    ))

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
  const source = (path: string, text: string) => {
    const code = codeOf(text)
    return { path, text, code, lines: 1, imports: importsOf(path, code) }
  }

  // Breaches of every rule, as files that break it.
  const importBreaches: Record<
    keyof typeof importRules,
    ReadonlyArray<readonly [path: string, text: string]>
  > = {
    "every file is on a floor, or beside them": [["src/core/Oddity.ts", `import "effect/Effect"`]],
    "a floor imports itself and lower ones": [
      ["src/policy/limit/queue.ts", `import { a } from "../../pipeline/Auth.ts"`],
      ["src/contract/Failure.ts", `import type { A } from "../policy/Retry.ts"`],
      ["src/many/Batch.ts", `type A = import("../diagnose/Diagnose.ts").A`]
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
      ["src/testing/laws.ts", `import { a } from "../promises/Promises.ts"`]
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
      ["src/vendors/braze/vendor.ts", `import { a } from "./operations/users.ts"`]
    ],
    "nothing imports the command line": [["src/index.ts", `export * from "./cli/main.ts"`]],
    "effect/http is touched at the wire alone": [
      ["src/policy/Retry.ts", `import * as H from "effect/http/HttpClient"`],
      ["src/cli/runCall.ts", `import type { A } from "effect/http"`]
    ],
    "imports are spelled so that little is loaded": [
      ["src/contract/Wire.ts", `import { Effect } from "effect"`]
    ]
  }
  for (const [name, rule] of Object.entries(importRules)) {
    it(name, () => {
      assert.isNotEmpty(importBreaches[name]!)
      for (const breach of importBreaches[name]!) {
        const broken = source(...breach)
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
    ]
  }
  for (const [name, rule] of Object.entries(wordRules)) {
    it(name, () => assert.strictEqual(rule(source(...wordBreaches[name]!)).length, 1))
  }

  it("and does not take the words of a text for a type assertion", () => {
    const rule = wordRules["the core gives a reason for each type assertion"]!
    const said = (text: string) => rule(source("src/contract/Wire.ts", text)).length
    assert.strictEqual(said(`const a = "as Wire", b = \`as Wire, \${c} as Wire\``), 0)
    assert.strictEqual(said(`const a = \`as Wire, \${b as Wire}\``), 1)
  })

  it("and lets a floor import what lies below it", () => {
    const rule = importRules["a floor imports itself and lower ones"]!
    for (const [level, floor] of floors.entries()) {
      for (const [other, from] of floors.entries()) {
        const file = source(`src/${floor}/a.ts`, `import type { B } from "../${from}/b.ts"`)
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
    text: "",
    code: "",
    lines: 0,
    imports: to.map((from) => ({ from, relative: true, type }))
  })

  it("finds a circle once", () => {
    const files = [file("a", false, "b"), file("b", false, "c"), file("c", false, "b", "a")]
    assert.deepStrictEqual(circles(files), [
      ["b", "c"],
      ["a", "b", "c"]
    ])
  })

  it("finds a circle that a type closes, and none that is let pass", () => {
    const files = [file("a", false, "b"), file("b", true, "a")]
    assert.deepStrictEqual(circles(files), [["a", "b"]])
    assert.deepStrictEqual(circles(files, [["b", "a"]]), [])
  })
})
