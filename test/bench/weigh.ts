/** What a program weighs, bundled from the sources as the package would be: with the marks that the build makes for bundlers. */
import { readFileSync, writeFileSync } from "node:fs"
import { stripTypeScriptTypes } from "node:module"
import { resolve } from "node:path"
import { gzipSync } from "node:zlib"
import { type Plugin, rolldown } from "rolldown"
import { insert, insertions } from "../../scripts/annotate.ts"

/** Sources as the build hands them to bundlers. */
const built: Plugin = {
  name: "built",
  load(id) {
    if (!id.startsWith(resolve("src"))) return null
    const text = stripTypeScriptTypes(readFileSync(id, "utf8"))
    return { code: insert(text, insertions(text, id)), moduleType: "js" }
  }
}

/** The minified code of a program with Effect and all that it needs, but Node's own transport, in bytes of gzip. */
export const weigh = async (name: string, program: string, folder: string): Promise<number> => {
  const input = resolve(folder, `${name}.js`)
  writeFileSync(input, program)
  const build = await rolldown({
    input,
    external: [/^@effect\/platform-node/, /^node:/],
    plugins: [built],
    resolve: { conditionNames: ["@faultline/source", "import", "default"] }
  })
  const { output } = await build.generate({ format: "esm", minify: true, comments: false })
  await build.close()
  const code = output.flatMap((part) => (part.type === "chunk" ? [part.code] : [])).join("\n")
  return gzipSync(code, { level: 9 }).length
}
