/** What is written as text in an operation is checked by the compiler, and it says what is wrong in words. */
import { assert, describe, it } from "@effect/vitest"
import { execFile } from "node:child_process"
import { rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { write } from "./cost.ts"
import { mistakes, program } from "./refusals.ts"

const compiled = (folder: string): Promise<string> =>
  new Promise((resolve) => {
    execFile("tsc", ["-p", folder, "--pretty", "false"], (_, output) => resolve(output))
  })

describe("the compiler refuses", async () => {
  const folder = write(2)
  const { head, text } = program()
  writeFileSync(join(folder, "mistakes.ts"), text)
  const output = await compiled(folder)
  rmSync(folder, { recursive: true })
  // A message goes on in lines that are indented.
  const messages = output.split(/\n(?=\S)/)
  const at = (line: number) =>
    messages.filter((message) => message.includes(`mistakes.ts(${line},`)).join("\n")

  for (const [index, { name, says }] of mistakes.entries())
    it(name, () => assert.include(at(head + index + 1), says))

  it("a carried field that every failure has already", () =>
    assert.include(
      at(head + mistakes.length + 1),
      "every failure has a field status already: choose another name"
    ))

  it("nothing else", () =>
    assert.strictEqual(
      messages.filter((message) => message.includes("error TS")).length,
      mistakes.length + 1,
      output
    ))
})
