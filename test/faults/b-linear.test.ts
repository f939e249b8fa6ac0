/** Nothing that a server writes takes more than linear time, from 10 kB to 1 MB. */
import { assert, describe, it } from "@effect/vitest"
import { Result } from "effect"
import { compile } from "../../src/contract/compile.ts"
import { read, shownOf } from "../../src/contract/read.ts"
import { make, type Wire } from "../../src/contract/Wire.ts"
import { all } from "../vendors/all.ts"

/** Texts that invite an expression to look at them again and again. */
const texts: Readonly<Record<string, (size: number) => string>> = {
  "escaped quotes in a cut text": (size) => `{"m":"${'\\"'.repeat(size / 2)}`,
  quotes: (size) => '"'.repeat(size),
  "names without values": (size) => '"password":'.repeat(size / 11),
  "open tags": (size) => `<html>${"<".repeat(size)}`,
  "open scripts": (size) => `<html>${"<script>".repeat(size / 8)}`,
  spaces: (size) => `${" ".repeat(size)}x`,
  backslashes: (size) => "\\".repeat(size),
  "the beginning of a secret": (size) => "s3cret-key-aaa".repeat(size / 14),
  "percent signs": (size) => "%25".repeat(size / 3),
  "question marks": (size) => `https://a.example/?${"?a&b".repeat(size / 4)}`,
  "a long text in JSON": (size) => JSON.stringify({ message: '\\"'.repeat(size / 4) }),
  "many fields": (size) =>
    JSON.stringify(Object.fromEntries(Array.from({ length: size / 20 }, (_, i) => [`field${i}`, "a=b&c"]))),
  "many complaints": (size) =>
    JSON.stringify({
      errors: Array.from({ length: size / 20 }, () => ({ message: "no" })),
      data: Array.from({ length: size / 20 }, () => ({ message: "no" }))
    }),
  "deep lists": (size) => "[".repeat(size / 2) + "]".repeat(size / 2)
}

const secrets = ["s3cret-key-aaab", "s3cret/word bbbb"]

const vendors = all.map(({ name, operations: [operation], vendor }) => {
  if (operation === undefined) throw new Error(`${name} has no operation`)
  const contract = compile(vendor, operation)
  return (wire: Wire) => {
    const call = () => ({ vendor: name, operation: operation.tag })
    const found = read({ vendor, contract, call }, wire, () => shownOf({ vendor, contract }, wire, secrets))
    return Result.isFailure(found) ? found.failure.message.length : 0
  }
})

const readAll = (text: string): void => {
  const wire = make(200, { "content-type": "application/json" }, text)
  for (const status of [200, 400, 502]) for (const use of vendors) use({ ...wire, status })
}

/** ms of CPU for one reading by all vendors: the least of several. */
const cost = (text: string): number => {
  const each = Array.from({ length: 2 }, () => {
    const start = process.cpuUsage()
    readAll(text)
    const { system, user } = process.cpuUsage(start)
    return (user + system) / 1_000
  })
  return Math.min(...each)
}

describe("reading takes time in proportion to the length of", () => {
  for (const [name, text] of Object.entries(texts))
    it(
      name,
      () => {
        readAll(text(10_000))
        // Below this much, a measurement says nothing.
        const floor = 30
        for (const size of [10_000, 62_500, 500_000]) {
          const [one, two] = [cost(text(size)), cost(text(size * 2))]
          assert.isBelow(two, Math.max(one, floor) * 2.5, `${size * 2} characters after ${size}`)
        }
      },
      60_000
    )
})
