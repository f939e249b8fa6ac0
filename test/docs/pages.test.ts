import { existsSync } from "node:fs"
import { dirname, join, normalize } from "node:path"
import { assert, describe, it } from "@effect/vitest"
import * as Common from "../../src/contract/Common.ts"
import { typedNames } from "../house/words.ts"
import { links, type Page, pagesIn, prose, read, tables, titles, written } from "./page.ts"

describe("concept pages", () => {
  const sections = ["About", "Use", "Defaults", "Telemetry", "Patterns", "Don't, because, do"]

  it.each(pagesIn("docs/concepts").map((page): [string, Page] => [page.path, page]))(
    "%s has the six sections, in order",
    (_, page) => {
      assert.deepStrictEqual(titles(page), sections)
    }
  )

  it.each(pagesIn("docs/concepts").map((page): [string, Page] => [page.path, page]))(
    "%s shows a use that is run",
    (_, page) => {
      assert.match(page.text, /^```ts$/m)
    }
  )

  it.each(pagesIn("docs/concepts").map((page): [string, Page] => [page.path, page]))(
    "%s says why, and what to do instead",
    (_, page) => {
      const [, advice = ""] = page.text.split("## Don't, because, do")
      const counts = ["**Don't**", "**Because**", "**Do**"].map((word) => advice.split(word).length - 1)
      assert.isAbove(counts[0] ?? 0, 0)
      assert.strictEqual(new Set(counts).size, 1)
    }
  )
})

it("failures name pages that are there", () => {
  const named = [...Common.common, Common.RepeatedCursor, Common.Halted, Common.Misconfigured].map(
    ({ facts }) => facts.see
  )
  for (const page of named) assert.isTrue(existsSync(page), page)
})

it.each(written().map((page): [string, Page] => [page.path, page]))(
  "%s links to what is there",
  (_, page) => {
    const missing = links(page)
      .filter((target) => !/^(https?:|#)/.test(target))
      .filter((target) => !existsSync(normalize(join(dirname(page.path), target.replace(/#.*$/, "")))))
    assert.deepStrictEqual(missing, [])
  }
)

it.each(written().map((page): [string, Page] => [page.path, page]))(
  "%s spells each idea in one way",
  (_, page) => {
    const text = prose(page).toLowerCase()
    const british = [
      "behaviour",
      "cancelled",
      "cancelling",
      "recognise",
      "colour",
      "licence",
      "serialise",
      "organisation"
    ]
    const unusual = ["re-try", "creds", "misspelt"]
    assert.deepStrictEqual(
      [...unusual, ...british].filter((word) => new RegExp(`\\b${word}\\b`).test(text)),
      []
    )
  }
)

describe("the glossary", () => {
  const rows = tables(read("docs/words.md").text)[0] ?? []
  const wordOf = (cell: string) => cell.replaceAll(/\[([^\]]*)\]\([^)]*\)/g, "$1")

  it("has each word once, in order, with what it means and what others call it", () => {
    assert.isAbove(rows.length, 40)
    const words = rows.map(([word = ""]) => wordOf(word).toLowerCase())
    assert.deepStrictEqual(words, [...new Set(words)].toSorted())
    for (const [word, means, also] of rows) assert.isTrue(means !== "" && also !== "", word)
  })

  it.each(["gRPC", "Polly", "failsafe-go", "AWS SDK", "Resilience4j"])("knows the words of %s", (library) => {
    assert.isAbove(rows.filter(([, , also = ""]) => also.includes(library)).length, 2)
  })

  it("leads to every concept that has a word of its own", () => {
    const linked = links(read("docs/words.md"))
    for (const concept of [
      "retry",
      "budget",
      "breaker",
      "hedging",
      "deadlines",
      "queue",
      "pipeline",
      "delivery"
    ])
      assert.include(linked, `concepts/${concept}.md`)
  })
})

describe("the changes", () => {
  const [names = []] = tables(read("CHANGELOG.md").text)

  it("begin with the names of before, and what they are now", () => {
    assert.match(read("CHANGELOG.md").text, /^# Changes\n\n\| Old name +\| New name +\|\n/)
    for (const [old, now] of names) assert.isTrue(old !== "" && now !== "" && old !== now, old)
  })

  it("have every name that users typed and that is gone", () => {
    for (const name of typedNames)
      assert.isTrue(
        names.some(([old = ""]) => new RegExp(`\\b${name}\\b`).test(old)),
        name
      )
  })
})

it("every concept is reached from the README or another page", () => {
  const reached = new Set(
    written().flatMap((page) =>
      links(page).map((target) => normalize(join(dirname(page.path), target.replace(/#.*$/, ""))))
    )
  )
  const lost = ["docs/concepts", "docs/how-to", "docs/operations"]
    .flatMap(pagesIn)
    .filter(({ path }) => !reached.has(normalize(path)))
  assert.deepStrictEqual(
    lost.map(({ path }) => path),
    []
  )
})

it("the README keeps its two commands, each on a line that can be pasted", () => {
  const { text } = read("README.md")
  assert.match(text, /^npm ci && npm run demo$/m)
  assert.match(text, /^npm ci && npm test$/m)
})
