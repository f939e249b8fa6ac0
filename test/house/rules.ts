/** The rules of the house, as tables: who may import whom, how long a file may be, and what a file may not say. */
import { beside, floorOf, floors, inCore, inVendor, levelOf, moduleOf, vendorOf } from "./floors.ts"
import type { Import, Source } from "./source.ts"

/** What is wrong where, and what to do about it. */
export interface Breach {
  readonly path: string
  readonly says: string
}

/** The floors that `testing` may import. */
const belowTesting = ["contract", "policy", "pipeline", "many"]

/** Where `effect/http` is touched. */
const atTheWire = ["pipeline", "testing", "diagnose", "console"]

/** Within a vendor, lowest first; a file may import those of the levels below, and its own folder. */
const rooms: ReadonlyArray<string> = [
  "failures",
  "vendor",
  "operations",
  "surface",
  "layer",
  "simulator",
  "index",
  "all"
]

/** What the files of a vendor may import of the core: data, the layer that serves it, and what one request is not enough for. */
const forVendors = /^src\/(contract\/|many\/|pipeline\/(layer|Auth)\.ts$)/

/**
 * What those who work with the core from above, `diagnose`, `promises`, `console` and `cli`, may import of each floor: its modules, which
 * stand in `faultline/core` or are re-exported there. The parts of a module, in the folder of its name, and what puts a pipeline
 * together (`compose`, `guards`, `carrier`, `stages`) are inside. The contract's lower-case files are its functions: `compile`,
 * `read`, `redact`, `lazy`.
 */
const modules: Readonly<Record<string, RegExp>> = {
  contract: /^\w+\.ts$/,
  policy: /^[A-Z]\w*\.ts$/,
  pipeline: /^([A-Z]\w*|layer)\.ts$/,
  many: /^[A-Z]\w*\.ts$/,
  durable: /^[A-Z]\w*\.ts$/,
  diagnose: /^[A-Z]\w*\.ts$/,
  promises: /^[A-Z]\w*\.ts$/,
  console: /^[A-Z]\w*\.ts$/,
  testing: /^(index|Simulator|Simulation)\.ts$/,
  vendors: /^\w+\/(index|all|simulator)\.ts$/
}
const fromAbove = ["diagnose", "promises", "console", "cli"]

type Rule = (source: Source, to: Import) => string | undefined

const knownFloor: Rule = ({ path }) => {
  const floor = floorOf(path)
  return floor === undefined || levelOf(floor) >= 0 || beside.includes(floor)
    ? undefined
    : `${floor} is no floor: add it to "floors" in test/house/floors.ts, or move the file`
}

const lowerFloors: Rule = ({ path }, { from }) => {
  const [mine, theirs] = [floorOf(path), floorOf(from)]
  return levelOf(mine) >= 0 && levelOf(theirs) > levelOf(mine)
    ? `it goes ${floors.join(" ← ")}: move what ${mine} needs of ${theirs} down, a type as well`
    : undefined
}

const noVendors: Rule = ({ path }, { from }) =>
  inCore(path) && from.startsWith("src/vendors/")
    ? `the core knows no vendor: pass in what you need of ${from} as data`
    : undefined

const noIndex: Rule = ({ path }, { from }) =>
  floorOf(path) !== undefined && /^src\/[^/]+\.ts$/.test(from)
    ? `${from} is for those outside: import the module itself`
    : undefined

const aboveTesting: Rule = ({ path }, { from }) => {
  const [mine, theirs] = [floorOf(path), floorOf(from)]
  if (mine === "testing" && theirs !== undefined && theirs !== "testing" && !belowTesting.includes(theirs))
    return `testing imports ${belowTesting.join(", ")} only, not ${from}`
  return theirs === "testing" && mine !== "testing" && inCore(path)
    ? `what is for tests is imported by no floor below the command line: ${from} must not be needed here`
    : undefined
}

const onlyModules: Rule = ({ path }, { from, relative }) => {
  const [mine, theirs] = [floorOf(path), floorOf(from)]
  if (!relative || mine === undefined || theirs === undefined) return undefined
  if (!fromAbove.includes(mine) || mine === theirs) return undefined
  const module = modules[theirs]?.test(from.slice(`src/${theirs}/`.length)) ?? true
  return module
    ? undefined
    : `${mine} uses the modules of ${theirs}: ${from} is a part of one, import the module`
}

const strangers: Rule = ({ path }, { from }) => {
  const [mine, theirs] = [vendorOf(path), vendorOf(from)]
  return mine !== undefined && theirs !== undefined && mine !== theirs
    ? `vendors do not know each other: move what ${mine} and ${theirs} share into the core`
    : undefined
}

const vendorsDoor: Rule = ({ path }, { from, relative }) => {
  if (vendorOf(path) === undefined || !relative || vendorOf(from) !== undefined) return undefined
  if (forVendors.test(from)) return undefined
  if (inVendor(path) === "simulator" && floorOf(from) === "testing") return undefined
  return `a vendor imports contract, many, pipeline/layer and pipeline/Auth, its simulator also testing: not ${from}`
}

const failuresImport = /^(effect(\/|$)|src\/contract\/|src\/vendors\/\w+\/privacy\.ts$)/

const failures: Rule = ({ path }, { from }) =>
  inVendor(path) === "failures" && inVendor(from) !== "failures" && !failuresImport.test(from)
    ? `failures are facts: import only effect, contract and privacy, not ${from}`
    : undefined

const vendorRooms: Rule = ({ path }, { from }) => {
  const [mine, theirs] = [inVendor(path), inVendor(from)]
  if (mine === undefined || theirs === undefined || mine === theirs) return undefined
  if (mine === "index" && theirs !== "surface" && theirs !== "all") return undefined
  const [here, there] = [rooms.indexOf(mine), rooms.indexOf(theirs)]
  // Other files (a vendor's own schemas) may stand anywhere; the circle rule keeps them honest.
  // Whoever needs a vendor's index must not load its whole surface with it.
  if (mine === "index") return `a vendor's index stays small: ${theirs} has an entry of its own`
  return here >= 0 && there > here
    ? `within a vendor it goes ${rooms.join(" ← ")}: ${mine} may not import ${theirs}`
    : undefined
}

/** What only the command line loads. */
const ofCli = ["generate", "cli"]

const cli: Rule = ({ path }, { from }) => {
  const [mine = "", theirs = ""] = [floorOf(path), floorOf(from)]
  return ofCli.includes(theirs) && !ofCli.includes(mine)
    ? "nothing imports the command line, or what it writes code with: move what you need of it into the core"
    : undefined
}

const wire: Rule = ({ path }, { from }) =>
  /^effect\/http(\/|$)/.test(from) && !atTheWire.includes(floorOf(path) ?? "")
    ? `effect/http is for ${atTheWire.join(", ")}: take the part you need as an argument; its type is Transport.Client`
    : undefined

const paths: Rule = (_, { from, relative, type }) => {
  if (relative && !/\.(ts|json)$/.test(from)) return `relative imports end in .ts: "${from}"`
  return from === "effect" && !type
    ? "import Effect by subpath, so that nothing else is loaded: effect/Effect"
    : undefined
}

/** Every rule about imports. */
export const importRules: Readonly<Record<string, Rule>> = {
  "every file is on a floor, or beside them": knownFloor,
  "a floor imports itself and lower ones": lowerFloors,
  "the core imports no vendor": noVendors,
  "what is inside imports no index of the whole": noIndex,
  "what is for tests is not needed by what is not": aboveTesting,
  "diagnose, promises and the command line use modules, not their parts": onlyModules,
  "vendors do not import each other": strangers,
  "vendors import what is for vendors": vendorsDoor,
  "failures import only what facts are made of": failures,
  "within a vendor the order is kept": vendorRooms,
  "nothing imports the command line": cli,
  "effect/http is touched at the wire alone": wire,
  "imports are spelled so that little is loaded": paths
}

/** The longest that a file of this path may be, where its kind says more than the ordinary. */
const ceilings: ReadonlyArray<readonly [RegExp, number]> = [
  // Derived, one file for a resource.
  [/^src\/vendors\/[^/]+\/surface\//, 800],
  // Tables: a catalogue, operations.
  [/^src\/vendors\/[^/]+\/(failures|operations)(\.ts$|\/)/, 300]
]

/** The longest that a file may be: 150 lines, a module that is exported and so has its documentation in full 250, a table 300. */
export const ceilingOf = (path: string, exported: ReadonlySet<string>): number => {
  const ceiling = ceilings.find(([pattern]) => pattern.test(path))
  if (ceiling !== undefined) return ceiling[1]
  return moduleOf(path) !== undefined && exported.has(path) ? 250 : 150
}

const vendorWord = /braze|m3ter|xtreme\s*push|metrix|ixon/i
const clockOrChance =
  /\b(Date\.now|new Date\(\s*\)|Math\.random|setTimeout|setInterval|setImmediate|performance\.now)\b/
const oneMachine = /\/(work|tmp|home|root|Users|farm)\/[a-z.]/
const switchedOff = /@ts-(ignore|nocheck|expect-error)\b/
const assertion =
  /(?<!\*\s)\bas\s+(?!const\b)(any|unknown|never|[A-Z(`"{[]|readonly|typeof|keyof|string|number|boolean)/
const reason = /\b(as|any): /

/** What is wrong in a file, by line. */
export type Found = ReadonlyArray<readonly [line: number, says: string]>

type Words = (source: Pick<Source, "path" | "text" | "code">) => Found

const where = (text: string, pattern: RegExp, says: (found: string) => string): ReturnType<Words> =>
  text.split("\n").flatMap((line, index) => {
    const [found] = pattern.exec(line) ?? []
    return found === undefined ? [] : [[index + 1, says(found)] as const]
  })

const noVendorWords: Words = ({ code, path }) =>
  inCore(path)
    ? where(
        code,
        vendorWord,
        (found) => `the core has no word of a vendor: make "${found}" data that the vendor passes in`
      )
    : []

const noVendorFolder: Words = ({ path }) =>
  (inCore(path) || floorOf(path) === "cli") && /\/vendor\//.test(path)
    ? [[1, `tools take a folder named "vendor" for third-party code: name it for what it holds`]]
    : []

/** Scripts that browsers run, as text: they have the clock of those. */
const inBrowsers = /^src\/console\/page\/browser\//

const noClock: Words = ({ code, path }) =>
  (inCore(path) && !inBrowsers.test(path)) || vendorOf(path) !== undefined
    ? where(
        code,
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
  if (!inCore(source.path)) return []
  const lines = source.text.split("\n")
  const code = source.code.replace(/^(import|export)\b[^"]*"[^"]*"/gm, (found) =>
    found.replace(/[^\n]/g, " ")
  )
  const quiet = code.replace(/"(?:\\.|[^"\\\n])*"/g, (found) => `"${" ".repeat(found.length - 2)}"`)
  // The words of a template are no code; what it is filled with is.
  const bare = quiet.replace(/`(?:\\.|[^`\\])*`/g, (found) =>
    found.replace(/\$\{[^}]*\}|[^\n]/g, (part) => (part.startsWith("${") ? part : " "))
  )
  const says = () =>
    "a type assertion needs its reason: end the line, or begin the one above, with `// as: why it is true`"
  return where(bare, assertion, says).filter(([line]) => !reasonGiven(lines, line))
}

const weakly = /\bWeakMap\s*[<(]/
const explained = /^\s*(\*|\/\/|\/\*).*\bweak/i

/** Caches that are keyed by a value live as long as it does, and hide who holds what: each says why it must be one. */
const weakMapsReasoned: Words = ({ code, text }) => {
  const lines = text.split("\n")
  return where(
    code,
    weakly,
    () => "a WeakMap needs its reason: a comment above it says why what it knows is held weakly"
  ).filter(([line]) => !lines.slice(Math.max(0, line - 5), line).some((one) => explained.test(one)))
}

/** Lines with a `WeakMap`, over all files. */
export const weakMapsIn = (sources: ReadonlyArray<Pick<Source, "code" | "path">>): ReadonlyArray<string> =>
  sources.flatMap(({ code, path }) => where(code, weakly, () => "").map(([line]) => `${path}:${line}`))

/** Every rule about what a file says. */
export const wordRules: Readonly<Record<string, Words>> = {
  "the core has no word of a vendor": noVendorWords,
  "no folder of the core is called vendor": noVendorFolder,
  "time and chance come from Effect": noClock,
  "no file names a path of one machine": noMachine,
  "types are not switched off": typesOn,
  "the core gives a reason for each type assertion": assertionsReasoned,
  "a WeakMap gives its reason": weakMapsReasoned
}
