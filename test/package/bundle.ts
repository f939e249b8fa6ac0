/** What a bundler makes of a program that uses the installed package; Effect stays outside. */
import { writeFileSync } from "node:fs"
import { join } from "node:path"
import { rolldown } from "rolldown"

/** A program with all that it needs of Faultline. */
export interface Bundle {
  /** Its code, with that of the parts that it loads later. */
  readonly code: string
  /** The modules of the package of which something is left, as paths below `dist`. */
  readonly modules: ReadonlyArray<string>
}

/**
 * Bundles a program that stands in the project's folder. With `distrust` the bundler does not take the package's word that its
 * modules do nothing when they are loaded: it keeps whatever it does not see to be without effect.
 */
export const bundle = async (
  project: string,
  program: string,
  { distrust = false } = {}
): Promise<Bundle> => {
  const input = join(project, "bundled.js")
  writeFileSync(input, program)
  const build = await rolldown({
    input,
    cwd: project,
    external: [/^(effect|@effect\/[^/]+)(\/|$)/, /^node:/],
    treeshake: {
      moduleSideEffects: distrust ? (path) => /bundled\.js$|\/faultline\/dist\//.test(path) : true
    }
  })
  const { output } = await build.generate({ format: "esm", comments: false })
  await build.close()
  const chunks = output.filter((part) => part.type === "chunk")
  const modules = chunks
    .flatMap((chunk) => Object.entries(chunk.modules))
    .flatMap(([path, { renderedLength }]) => (renderedLength > 0 ? [path.split("/faultline/dist/")[1]] : []))
  return {
    code: chunks.map(({ code }) => code.trim()).join("\n"),
    modules: modules.filter((path) => path !== undefined).toSorted()
  }
}
