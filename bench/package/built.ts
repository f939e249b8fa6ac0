/** The package as users get it: built in a scratch folder, beside a project that has it installed. */
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { delimiter, join, resolve } from "node:path"
import { run } from "../../scripts/shell.ts"

const scratch = resolve(".scratch/bench")

// The compiler, also where no npm script is running.
const path = `${resolve("node_modules/.bin")}${delimiter}${process.env["PATH"] ?? ""}`

/** Runs a command line in a folder, and gives what it wrote; it ends this program where it fails. */
export const sh = async (command: string, cwd: string): Promise<string> => {
  const { ok, output } = await run(command, { cwd, env: { PATH: path } })
  if (!ok) throw new Error(`${command} failed:\n${output}`)
  return output
}

const build = async (folder: string): Promise<void> => {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  for (const part of ["src", "scripts", "package.json", "tsconfig.json", "tsconfig.build.json"])
    cpSync(part, join(folder, part), { recursive: true })
  await sh("node scripts/build.ts", folder)
}

/**
 * Makes a project that has the package, and gives its folder. What the package needs is found where this project has it. A package
 * that is built already may be given, an older one for comparison.
 */
export const project = async (given?: string): Promise<string> => {
  const [source, folder] = [given ?? join(scratch, "package"), join(scratch, "project")]
  if (given === undefined) await build(source)
  const installed = join(folder, "node_modules/faultline")
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(installed, { recursive: true })
  cpSync(join(source, "dist"), join(installed, "dist"), { recursive: true })
  // Without the condition that leads to the sources.
  const manifest: unknown = JSON.parse(readFileSync(join(source, "package.json"), "utf8"), (name, value) =>
    name === "@faultline/source" ? undefined : value
  )
  writeFileSync(join(installed, "package.json"), JSON.stringify(manifest))
  writeFileSync(join(folder, "package.json"), JSON.stringify({ private: true, type: "module" }))
  return folder
}
