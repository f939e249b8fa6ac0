/** Runs every example, and the main job; each must end by itself, and well. Names run some alone: `node scripts/examples.ts 03`. */
import { readdirSync } from "node:fs"
import { inPairs, run } from "./shell.ts"

const wanted = process.argv.slice(2)
const files = [...readdirSync("examples").filter((name) => name.endsWith(".ts")), "demo/main.ts"]
const chosen = files
  .filter((name) => wanted.length === 0 || wanted.some((part) => name.includes(part)))
  .toSorted()

const ended = await inPairs(chosen, async (name) => {
  const command = `node --conditions=@faultline/source examples/${name}`
  return { command, ...(await run(command, { seconds: 90 })) }
})

const failed = ended.filter(({ ok }) => !ok)
for (const { command, output } of failed) console.log(`${command}\n${output}\n`)
console.log(`${ended.length - failed.length} of ${ended.length} examples ran well`)
process.exitCode = failed.length === 0 && ended.length > 0 ? 0 : 1
