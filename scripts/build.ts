/** Makes `dist/`: JavaScript, declarations and maps, and the command as a file that can be executed. */
import { chmodSync, rmSync } from "node:fs"
import { run } from "./shell.ts"

rmSync("dist", { recursive: true, force: true })
const { ok, output } = await run("tsc -p tsconfig.build.json")
if (ok) chmodSync("dist/cli/main.js", 0o755)
else console.error(output)
process.exitCode = ok ? 0 : 1
