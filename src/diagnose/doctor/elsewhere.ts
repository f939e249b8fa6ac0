/** Where there are no sockets to look with: browsers, workers, and runtimes for which nobody has tried it. See `#probes` in package.json. */
import type { Probes } from "./probes.ts"

/** None. */
export const probes: Probes | undefined = undefined
