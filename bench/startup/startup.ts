/** What a program waits for before it runs: importing a vendor, and the compiler before that. */
import { writeFileSync } from "node:fs"
import { join } from "node:path"
import type { Effort } from "../processes/effort.ts"
import { median, rounded } from "../processes/median.ts"
import { project, sh } from "../package/built.ts"
import { programOf, vendors } from "../package/programs.ts"

/** How long a fresh process takes. */
export interface Startup {
  readonly contender: string
  readonly step: "import" | "tsc"
  readonly millis: number
  /** What the compiler counts: the same at every run. */
  readonly instantiations?: number
}

/** Something that a fresh process does again and again. */
interface Step extends Pick<Startup, "contender" | "step"> {
  readonly measure: () => Promise<number>
  readonly count?: () => Promise<number>
}

/** Prints how long an import takes, without the start of Node itself. */
const timed = (specifier: string): string =>
  `const start = performance.now()\nawait import(${JSON.stringify(specifier)})\nconsole.log(performance.now() - start)\n`

const importOf = (folder: string, contender: string, specifier: string): Step => {
  const file = join(folder, `import-${contender}.js`)
  writeFileSync(file, timed(specifier))
  return {
    contender,
    step: "import",
    measure: async () => Number(await sh(`node ${JSON.stringify(file)}`, folder))
  }
}

const config = {
  compilerOptions: {
    target: "ES2023",
    lib: ["ES2024", "DOM", "DOM.Iterable"],
    module: "NodeNext",
    types: [],
    strict: true,
    exactOptionalPropertyTypes: true,
    skipLibCheck: true,
    noEmit: true
  }
}

// What is given at run time has every type; so has what comes out of it.
const typed = (text: string): string => text.replace("globalThis.given", '""')

const compilationOf = (folder: string, contender: string, text: string): Step => {
  writeFileSync(join(folder, `${contender}.ts`), typed(text))
  const tsconfig = `tsconfig.${contender}.json`
  writeFileSync(join(folder, tsconfig), JSON.stringify({ ...config, files: [`${contender}.ts`] }))
  return {
    contender,
    step: "tsc",
    measure: async () => {
      const start = performance.now()
      await sh(`tsc -p ${tsconfig}`, folder)
      return performance.now() - start
    },
    count: async () => {
      const said = await sh(`tsc -p ${tsconfig} --extendedDiagnostics --checkers 1`, folder)
      return Number(/^Instantiations:\s+(\d+)/m.exec(said)?.[1])
    }
  }
}

const alone =
  'import * as Effect from "effect/Effect"\nEffect.runPromise(Effect.succeed(1)).then(console.log)\n'

const stepsIn = (folder: string): ReadonlyArray<Step> => [
  ...["ky", "got", "axios"].map((peer) => importOf(folder, peer, import.meta.resolve(peer))),
  importOf(folder, "effect", "effect/http/HttpClient"),
  ...Object.keys(vendors).map((vendor) => importOf(folder, vendor, `faultline/${vendor}`)),
  compilationOf(folder, "effect", alone),
  ...Object.entries(vendors).map(([vendor, operation]) =>
    compilationOf(folder, vendor, programOf(vendor, operation))
  )
]

const summed = async ({ contender, count, step }: Step, all: ReadonlyArray<number>): Promise<Startup> => ({
  contender,
  step,
  millis: rounded(median(all)),
  ...(count === undefined ? {} : { instantiations: await count() })
})

/** Measures in turns, a fresh process each time. */
export const startup = async (
  { runs }: Effort,
  report: (doing: string) => void,
  given?: string
): Promise<ReadonlyArray<Startup>> => {
  report("startup: building the package")
  const steps = stepsIn(await project(given))
  const all = steps.map((): Array<number> => [])
  // The first round fills the caches of the disk.
  for (let run = 0; run <= runs; run++) {
    for (const [index, { contender, measure, step }] of steps.entries()) {
      report(`startup: ${step} of ${contender}, run ${run} of ${runs}`)
      const millis = await measure()
      if (run > 0) all[index]?.push(millis)
    }
  }
  return Promise.all(steps.map((step, index) => summed(step, all[index] ?? [])))
}
