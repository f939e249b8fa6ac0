/** The rules of the house, as tables: who may import whom, how long a file may be, and what a file may not say. */
import type { Import, Source } from "./source.ts"

/** What is wrong where, and what to do about it. */
export interface Breach {
  readonly path: string
  readonly says: string
}

/**
 * The modules of the core, lowest first. A module may import those of the levels below its own; modules of one level do not know
 * each other. What lies in a folder (`core/limit/queue.ts`) belongs to the module of that name (`Limit`).
 */
export const levels: ReadonlyArray<ReadonlyArray<string>> = [
  ["Wire", "Story", "Deadline", "Redis"],
  ["Sign", "Fill"],
  ["Failure"],
  ["Common", "Catalogue"],
  ["Operation", "Waits"],
  ["Outgoing"],
  ["Transport"],
  [
    "Retry",
    "Limit",
    "Breaker",
    "Budget",
    "Auth",
    "Telemetry",
    "Journal",
    "Batch",
    "Pages",
    "Narrow",
    "Hedge"
  ],
  ["Policy"],
  ["Vendor"],
  ["Outbox", "Diagnose", "Simulator"],
  ["Promises"],
  ["Testing"]
]

/** Modules where the wire is; `effect/http` is touched nowhere else. */
const atTheWire = ["Transport", "Vendor", "Simulator", "Diagnose", "Testing"]

/** Within a vendor, lowest first; a file may import those of the levels below, and its own folder. */
const rooms: ReadonlyArray<string> = ["failures", "vendor", "operations", "simulator", "index"]

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)

/** `src/core/limit/queue.ts` belongs to `Limit`. `undefined` where the file is not of the core. */
export const moduleOf = (path: string): string | undefined => {
  const [, name] = /^src\/core\/([^/]+?)(?:\.ts|\/.*)$/.exec(path) ?? []
  return name === undefined || path === "src/core/index.ts" ? undefined : capital(name)
}

const levelOf = (name: string): number => levels.findIndex((level) => level.includes(name))

const vendorOf = (path: string): string | undefined => /^src\/vendors\/([^/]+)\//.exec(path)?.[1]
const inVendor = (path: string): string | undefined =>
  /^src\/vendors\/[^/]+\/([^/]+?)(?:\.ts|\/.*)$/.exec(path)?.[1]

type Rule = (source: Source, to: Import) => string | undefined

const knownModule: Rule = ({ path }) => {
  const name = moduleOf(path)
  return name !== undefined && levelOf(name) < 0
    ? `${name} has no place among the modules of the core: add it to "levels" in test/house/rules.ts`
    : undefined
}

const coreLevels: Rule = ({ path }, { from }) => {
  const [mine, theirs] = [moduleOf(path), moduleOf(from)]
  if (mine === undefined || theirs === undefined || mine === theirs || levelOf(mine) < 0) return undefined
  const kind = levelOf(mine) === levelOf(theirs) ? "does not know" : "lies below"
  return levelOf(theirs) < levelOf(mine)
    ? undefined
    : `${mine} ${kind} ${theirs}: move what both need into a lower module, or bring them together in Vendor`
}

const coreImports: Rule = ({ path }, { from, relative }) =>
  path.startsWith("src/core/") && relative && !from.startsWith("src/core/")
    ? `the core imports nothing outside the core: pass in what you need of ${from} as data`
    : undefined

const strangers: Rule = ({ path }, { from }) => {
  const [mine, theirs] = [vendorOf(path), vendorOf(from)]
  return mine !== undefined && theirs !== undefined && mine !== theirs
    ? `vendors do not know each other: move what ${mine} and ${theirs} share into the core`
    : undefined
}

const failuresImport = /^(effect(\/|$)|src\/core\/(Failure|Sign|Wire|Story)\.ts$)/

const failures: Rule = ({ path }, { from }) =>
  inVendor(path) === "failures" && inVendor(from) !== "failures" && !failuresImport.test(from)
    ? `failures are facts: import only effect and core/Failure, Sign, Wire and Story, not ${from}`
    : undefined

const vendorRooms: Rule = ({ path }, { from }) => {
  const [mine, theirs] = [inVendor(path), inVendor(from)]
  if (mine === undefined || theirs === undefined || mine === theirs || mine === "index") return undefined
  const [here, there] = [rooms.indexOf(mine), rooms.indexOf(theirs)]
  // Other files (a vendor's own schemas) may stand anywhere; the circle rule keeps them honest.
  return here >= 0 && there > here
    ? `within a vendor it goes ${rooms.join(" ← ")}: ${mine} may not import ${theirs}`
    : undefined
}

const cli: Rule = ({ path }, { from }) =>
  from.startsWith("src/cli/") && !path.startsWith("src/cli/")
    ? "nothing imports the command line: move what you need of it into the core"
    : undefined

const mayTouchTheWire = (path: string, type: boolean): boolean => {
  const name = moduleOf(path)
  if (path.startsWith("src/cli/")) return true
  // A vendor's layer names the transport it needs, in its type.
  if (inVendor(path) !== undefined) return inVendor(path) === "simulator" || type
  return name === undefined || atTheWire.includes(name)
}

const wire: Rule = ({ path }, { from, type }) =>
  /^effect\/http(\/|$)/.test(from) && !mayTouchTheWire(path, type)
    ? `effect/http is for the modules at the wire (${atTheWire.join(", ")}): take the part you need as an argument`
    : undefined

const paths: Rule = (_, { from, relative, type }) => {
  if (relative && !/\.(ts|json)$/.test(from)) return `relative imports end in .ts: "${from}"`
  return from === "effect" && !type
    ? "import Effect by subpath, so that nothing else is loaded: effect/Effect"
    : undefined
}

/** Every rule about imports. */
export const importRules: Readonly<Record<string, Rule>> = {
  "every module of the core has its place": knownModule,
  "modules of the core import only lower ones": coreLevels,
  "the core imports only the core": coreImports,
  "vendors do not import each other": strangers,
  "failures import only what facts are made of": failures,
  "within a vendor the order is kept": vendorRooms,
  "nothing imports the command line": cli,
  "only the modules at the wire import effect/http": wire,
  "imports are spelled so that little is loaded": paths
}

/** The longest a file may be, by the first pattern that fits. A table (a catalogue, operations) may be longer. */
export const ceilings: ReadonlyArray<readonly [RegExp, number]> = [
  [/^src\/vendors\/[^/]+\/(failures|operations)(\.ts$|\/)/, 300],
  [/^src\/core\//, 250],
  [/^src\//, 150]
]

const vendorWord = /braze|m3ter|xtreme\s*push|metrix|ixon/i
const clockOrChance =
  /\b(Date\.now|new Date\(\s*\)|Math\.random|setTimeout|setInterval|setImmediate|performance\.now)\b/
const oneMachine = /\/(work|tmp|home|root|Users|farm)\/[a-z.]/
const switchedOff = /@ts-(ignore|nocheck|expect-error)\b/
const assertion =
  /(?<!\*\s)\bas\s+(?!const\b)(any|unknown|never|[A-Z(`"{[]|readonly|typeof|keyof|string|number|boolean)/
const reason = /\b(as|any): /

type Words = (source: Source) => ReadonlyArray<readonly [line: number, says: string]>

const where = (text: string, pattern: RegExp, says: (found: string) => string): ReturnType<Words> =>
  text.split("\n").flatMap((line, index) => {
    const [found] = pattern.exec(line) ?? []
    return found === undefined ? [] : [[index + 1, says(found)] as const]
  })

const inCore = ({ path }: Source): boolean => path.startsWith("src/core/")

const noVendorWords: Words = (source) =>
  inCore(source)
    ? where(
        source.code,
        vendorWord,
        (found) => `the core has no word of a vendor: make "${found}" data that the vendor passes in`
      )
    : []

const noClock: Words = (source) =>
  inCore(source) || vendorOf(source.path) !== undefined
    ? where(
        source.code,
        clockOrChance,
        (found) => `use Clock, Random or Effect.sleep instead of ${found}, so that tests control it`
      )
    : []

const noMachine: Words = ({ text }) =>
  where(text, oneMachine, (found) => `${found}… is a path of one machine: make it relative, or an option`)

const typesOn: Words = ({ text }) =>
  where(text, switchedOff, (found) => `${found} switches the types off: say what the type is instead`)

// The line itself or one of the two above may give the reason: `// as: …`, `// any: …`.
const reasonGiven = (lines: ReadonlyArray<string>, line: number): boolean =>
  lines.slice(Math.max(0, line - 3), line).some((one) => reason.test(one))

const assertionsReasoned: Words = (source) => {
  if (!inCore(source) || source.path === "src/core/index.ts") return []
  const lines = source.text.split("\n")
  const code = source.code.replace(/^(import|export)\b[^"]*"[^"]*"/gm, (found) =>
    found.replace(/[^\n]/g, " ")
  )
  const bare = code.replace(/"(?:\\.|[^"\\\n])*"/g, (found) => `"${" ".repeat(found.length - 2)}"`)
  const says = () =>
    "a type assertion needs its reason: end the line, or begin the one above, with `// as: why it is true`"
  return where(bare, assertion, says).filter(([line]) => !reasonGiven(lines, line))
}

/** Every rule about what a file says. */
export const wordRules: Readonly<Record<string, Words>> = {
  "the core has no word of a vendor": noVendorWords,
  "time and chance come from Effect": noClock,
  "no file names a path of one machine": noMachine,
  "types are not switched off": typesOn,
  "the core gives a reason for each type assertion": assertionsReasoned
}
