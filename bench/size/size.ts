/** What a program weighs that calls one operation of one vendor: esbuild, minified and compressed, Effect included. */
import { writeFileSync } from "node:fs"
import { join, resolve } from "node:path"
import { gzipSync } from "node:zlib"
import { project } from "../package/built.ts"
import { peers, programOf, vendors } from "../package/programs.ts"

interface Esbuild {
  build(options: object): Promise<{ readonly outputFiles: ReadonlyArray<{ readonly contents: Uint8Array }> }>
}

// By a name that the compiler does not follow: its types are not there before it is installed.
const bundler: string = "esbuild"

/** The weight of one program. */
export interface Size {
  readonly contender: string
  readonly bytes: number
  readonly gzipBytes: number
}

/** Node's transport is loaded where it is, as Node's own modules are; elsewhere a program has fetch. */
const elsewhere = ["node:*", "@effect/platform-node", "@effect/platform-node/*"]

/** Everything that the program may load, as one file after the other. */
const bundled = async (entry: string): Promise<Buffer> => {
  const esbuild: Esbuild = await import(bundler)
  const { outputFiles } = await esbuild.build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    format: "esm",
    platform: "node",
    target: "es2022",
    external: elsewhere,
    nodePaths: [resolve("bench/node_modules")],
    legalComments: "none",
    outdir: "out",
    write: false
  })
  return Buffer.concat(outputFiles.map(({ contents }) => contents))
}

/** Weighs a program of each vendor, and one of each peer. */
export const size = async (report: (doing: string) => void, given?: string): Promise<ReadonlyArray<Size>> => {
  report("size: building the package")
  const folder = await project(given)
  const programs: ReadonlyArray<readonly [name: string, text: string]> = [
    ...Object.entries(peers),
    ...Object.entries(vendors).map(([vendor, operation]) => [vendor, programOf(vendor, operation)] as const)
  ]
  const sizes: Array<Size> = []
  for (const [contender, text] of programs) {
    report(`size: ${contender}`)
    const entry = join(folder, `${contender}.js`)
    writeFileSync(entry, text)
    const code = await bundled(entry)
    sizes.push({ contender, bytes: code.length, gzipBytes: gzipSync(code, { level: 9 }).length })
  }
  return sizes
}
