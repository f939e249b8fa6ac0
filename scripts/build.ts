/**
 * Makes `dist/`: JavaScript, declarations and maps, and the command as a file that can be executed. Calls that only make values are
 * marked for bundlers.
 */
import { chmodSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { insert, insertions, shift } from "./annotate.ts"
import { run } from "./shell.ts"

const annotate = (path: string): void => {
  const [text, map] = [path, `${path}.map`].map((file) => readFileSync(file, "utf8"))
  if (text === undefined || map === undefined) return
  const added = insertions(text, path)
  writeFileSync(path, insert(text, added))
  writeFileSync(`${path}.map`, shift(map, text, added))
}

rmSync("dist", { recursive: true, force: true })
const { ok, output } = await run("tsc -p tsconfig.build.json")
if (ok) {
  const files = readdirSync("dist", { recursive: true, encoding: "utf8" })
  for (const file of files.filter((name) => name.endsWith(".js"))) annotate(join("dist", file))
  chmodSync("dist/cli/main.js", 0o755)
} else console.error(output)
process.exitCode = ok ? 0 : 1
