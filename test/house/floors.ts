/** Where a file stands: on which floor of the core, beside the floors, or in which room of which vendor. */

/** The floors, lowest first. A floor may import itself and those below it; an import of a type counts like any other. */
export const floors = [
  "contract",
  "policy",
  "pipeline",
  "many",
  "durable",
  "diagnose",
  "promises",
  "console",
  "generate",
  "cli"
] as const

/** What stands beside the floors. */
export const beside: ReadonlyArray<string> = ["testing", "vendors"]

/** `src/policy/limit/queue.ts` is on the floor `policy`. `undefined` for the indexes, which stand above all. */
export const floorOf = (path: string): string | undefined => /^src\/([^/]+)\//.exec(path)?.[1]

/** How high the floor is; -1 for what is no floor. */
export const levelOf = (floor: string | undefined): number => floors.findIndex((one) => one === floor)

/** Whether the file is of the core: on a floor below the command line, or of the tools for tests. */
export const inCore = (path: string): boolean => {
  const floor = floorOf(path)
  return floor === "testing" || (floor !== "cli" && levelOf(floor) >= 0)
}

/** The vendor whose file it is. */
export const vendorOf = (path: string): string | undefined => /^src\/vendors\/([^/]+)\//.exec(path)?.[1]

/** The room of a vendor's file: `src/vendors/braze/failures/users.ts` is in `failures`. */
export const inVendor = (path: string): string | undefined =>
  /^src\/vendors\/[^/]+\/([^/]+?)(?:\.ts|\/.*)$/.exec(path)?.[1]

/** The capitalized files of the core: the modules, each imported as a namespace. */
export const moduleOf = (path: string): string | undefined =>
  inCore(path) ? /^src\/[a-z]+\/([A-Z]\w*)\.ts$/.exec(path)?.[1] : undefined
