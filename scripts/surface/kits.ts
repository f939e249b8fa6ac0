/** What the derived operations of each vendor are made with: the parts that its hand-written ones are made of, as code. */
import type { Kit } from "../../src/generate/emit/kit.ts"

const own = (file: string, names: ReadonlyArray<string>): Readonly<Record<string, string>> =>
  Object.fromEntries(names.map((name) => [name, file]))

/** Every vendor that is derived. */
export const kits: Readonly<Record<string, Kit>> = {
  m3ter: {
    title: "m3ter",
    parts: {},
    makers: {},
    host: "config",
    quota: "config",
    field: (code) => `optional(${code})`,
    guaranteed: ["id"],
    output: (code) => `withoutNulls(${code})`,
    list: (item) => `Schema.Array(${item})`,
    page: (item) => `page(${item})`,
    map: "Schema.Record(Schema.String, Schema.Unknown)",
    halves: (usual) => `...halves(${usual}), join: joined`,
    paging: "...pages",
    imports: own("operations/parts.ts", ["page", "joined", "halves", "pages"]),
    names: {}
  },
  ixon: {
    title: "IXON",
    parts: {
      agentData: {
        agentData: [],
        agentAlarms: ["alarm-occurrences", "latest-alarm-occurrences", "data-alarms", "data-conditions"]
      },
      agentRouters: {
        agentRouters: [],
        agentRouterRules: [
          "router-lan-wan-access-rules",
          "router-one-to-one-nat-rules",
          "router-port-forwards",
          "router-vpn-access-rules"
        ]
      },
      assetMore: {
        assetContents: [],
        assetReports: ["render", "report", "report-schedules"],
        assetLibraries: ["library", "versions"],
        assetObjectStorage: ["object-storage"]
      }
    },
    makers: { companyId: "companyOperation" },
    host: "main",
    quota: "source-ip",
    field: (code) => `attribute(${code})`,
    guaranteed: [],
    output: (code) => code,
    list: (item) => `listOf(${item})`,
    page: (item) => `pageOf(${item})`,
    map: "Attributes()",
    inputs: {
      names: ["fields", "filters", "page-size", "page-after"],
      code: "pageInput()",
      keys: "pageKeys"
    },
    notes: { read: "readNotes", list: "listNotes" },
    halves: () => "...halfPages, join: joined",
    halvesLists: true,
    paging: "...pages",
    imports: own("operations/shape.ts", [
      "attribute",
      "Attributes",
      "halfPages",
      "joined",
      "listNotes",
      "listOf",
      "pageInput",
      "pageKeys",
      "pageOf",
      "pages",
      "readNotes"
    ]),
    names: {}
  }
}
