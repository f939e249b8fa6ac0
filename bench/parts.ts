/** The parts of the benchmark. The modules of peers are loaded with the part that measures them. */
import type { Effort } from "./processes/effort.ts"
import type { PartName, Rows } from "./results.ts"

/** How a part is run. */
export interface How {
  readonly effort: Effort
  readonly report: (doing: string) => void
  /** A package that is built already, to be measured instead of the one that is built from here. */
  readonly given?: string
}

/** What a part gives: its rows, and every run where there are several. */
export interface Outcome<Part extends PartName> {
  readonly rows: Rows[Part]
  readonly raw?: unknown
}

const stormOf =
  (name: "ratelimit" | "brownout") =>
  async ({ report }: How): Promise<{ readonly rows: Rows["ratelimit"] }> => {
    const { scenarios } = await import("./storms/scenarios.ts")
    const { storm } = await import("./storms/storms.ts")
    return { rows: await storm(scenarios[name], (client) => report(`${name}: ${client}`)) }
  }

/** Every part, in the order in which they run. */
export const parts: { readonly [Part in PartName]: (how: How) => Promise<Outcome<Part>> } = {
  calls: async ({ effort, report }) => {
    const { calls, costs } = await import("./calls/calls.ts")
    const raw = await calls(effort, report)
    return { rows: costs(raw), raw }
  },
  bulk: async ({ effort, report }) => {
    const { bulk, costs } = await import("./bulk/bulk.ts")
    const raw = await bulk(effort, report)
    return { rows: costs(raw), raw }
  },
  telemetry: async ({ effort, report }) => {
    const { costs, telemetry } = await import("./calls/telemetry.ts")
    const raw = await telemetry(effort, report)
    return { rows: costs(raw), raw }
  },
  size: async ({ given, report }) => {
    const { size } = await import("./size/size.ts")
    return { rows: await size(report, given) }
  },
  startup: async ({ effort, given, report }) => {
    const { startup } = await import("./startup/startup.ts")
    return { rows: await startup(effort, report, given) }
  },
  overhead: async ({ effort, report }) => {
    const { overhead } = await import("./overhead/overhead.ts")
    return { rows: await overhead(effort, report) }
  },
  ratelimit: stormOf("ratelimit"),
  brownout: stormOf("brownout")
}
