/** What the derived operations of each vendor are made with: the parts that its hand-written ones are made of, as code. */
import type { Described } from "../../src/generate/description.ts"
import type { Kit } from "../../src/generate/emit/kit.ts"
import { camel } from "../../src/generate/emit/naming.ts"
import { digits } from "../../src/generate/emit/pieces.ts"

const own = (file: string, names: ReadonlyArray<string>): Readonly<Record<string, string>> =>
  Object.fromEntries(names.map((name) => [name, file]))

const pagedByHand = (page: string, { paging }: Described): string => {
  const items = camel(paging?.items ?? "")
  const own = `items: ({ ${items} }) => ${items}`
  if (paging?.style === "link") return `Pages.byLink(${page}, { ${own}, into: "${paging.into}" })`
  if (paging?.style === "page")
    // Where the length of a page is not documented, only an empty one is the last.
    return `Pages.byNumber(${page}, { ${own}, page: "${paging.into}", first: ${paging.first ?? 0}, size: ${paging.usual ?? 1} })`
  const total =
    paging?.total === undefined ? "" : `, total: ({ ${camel(paging.total)} }) => ${camel(paging.total)}`
  return `Pages.byOffset(${page}, { ${own}, offset: "${paging?.into}", limit: "${paging?.size}", size: ${paging?.usual ?? paging?.most}${total} })`
}

const isUpdate = ({ path }: Described): boolean => path.includes("/update/")

const rowOf = ({ output }: Described): string => {
  const rows = output?.kind === "object" ? output.fields["data"]?.schema : undefined
  const item = rows?.kind === "array" ? rows.items : undefined
  if (item?.kind !== "object") return "Attributes()"
  const fields = Object.entries(item.fields).map(
    ([name, { schema }]) =>
      `${camel(name)}: optionalOrNull(${schema.kind === "number" ? "Numeric()" : "Text()"})`
  )
  return `snake({ ${fields.join(", ")} })`
}

const takes = ({ input }: Described, ...names: ReadonlyArray<string>): boolean =>
  input.length === names.length && input.every(({ name }) => names.includes(name))

/** Every vendor that is derived. */
export const kits: Readonly<Record<string, Kit>> = {
  m3ter: {
    title: "m3ter",
    isSeen: true,
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
    // Searches are by offset.
    piped: ({ most, style, usual }) => `${style === "token" ? "listed" : "searched"}(${usual ?? most ?? 0})`,
    settles: { byVersion: "byVersion", byCode: "byCode" },
    groups: [
      {
        code: "audit()",
        fields: [
          "dtCreated: optional(Schema.DateTimeUtcFromString)",
          "dtLastModified: optional(Schema.DateTimeUtcFromString)",
          "createdBy: optional(Schema.String)",
          "lastModifiedBy: optional(Schema.String)"
        ]
      }
    ],
    imports: {
      ...own("operations/parts.ts", ["page"]),
      ...own("operations/derived.ts", ["audit", "byCode", "byVersion", "listed", "searched"])
    },
    names: {}
  },
  ixon: {
    title: "IXON",
    isSeen: true,
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
    piped: () => "listed",
    halvesLists: true,
    imports: {
      ...own("operations/listed.ts", ["listed"]),
      ...own("operations/shape.ts", [
        "attribute",
        "Attributes",
        "listNotes",
        "listOf",
        "pageInput",
        "pageKeys",
        "pageOf",
        "readNotes"
      ])
    },
    names: {}
  },
  braze: {
    title: "Braze",
    parts: {},
    makers: { dashboardUsers: "scimOperation" },
    host: "rest",
    quota: "shared",
    field: (code) => `optional(${code})`,
    guaranteed: [],
    output: (code) => code,
    list: (item) => `Schema.Array(${item})`,
    page: (item) => item,
    map: "Schema.Record(Schema.String, Schema.Json)",
    names: { "last_edit.time[gt]": "lastEditAfter" },
    isSnake: true,
    filled: "Text()",
    answer: "answer",
    open: true,
    // A list that cannot be read is not to be taken for an empty one.
    isSure: ({ kind }) => kind === "array",
    written: {
      CampaignRecipient: "CampaignRecipient()",
      CanvasRecipient: "CanvasRecipient()",
      EntryProperties: "EntryProperties()",
      Event: "Event()",
      ExternalId: "ExternalId()",
      Messages: "Messages()",
      Prioritization: "Prioritization()",
      Purchase: "Purchase()",
      UserAlias: "UserAlias()",
      UserAttributes: "UserAttributes()"
    },
    body: (code, { bodyBytes }) =>
      `requestBody(${code}${bodyBytes === undefined ? "" : `, ${digits(bodyBytes)}`})`,
    quotas: { "broadcast|shared": "quota: sendQuota, quotaKey: audienceKey" },
    facts: {
      trackUsersInBulk: { idempotent: "trackIsIdempotent" },
      trackUserAtOnce: { idempotent: "trackIsIdempotent" },
      updateCatalogItems: { idempotent: "addsNothing" },
      updateCatalogItem: { idempotent: "addsNothing" },
      exportUsersBySegment: { job: `"segmentId"` },
      exportControlGroup: { job: "true" },
      syncCdiIntegration: { job: `"id"` },
      // The id of a person stands in the path.
      getDashboardUser: { personal: `["id"]` },
      updateDashboardUser: { personal: `["id"]` },
      deleteDashboardUser: { personal: `["id"]` }
    },
    paged: pagedByHand,
    imports: {
      ...own("operations/audience.ts", ["sendQuota", "audienceKey"]),
      ...own("operations/events.ts", ["Event", "Purchase"]),
      ...own("operations/idempotency.ts", ["trackIsIdempotent", "addsNothing"]),
      ...own("operations/messages.ts", ["Messages"]),
      ...own("operations/profiles.ts", ["UserAttributes"]),
      ...own("operations/shape.ts", [
        "answer",
        "ExternalId",
        "Prioritization",
        "requestBody",
        "Text",
        "UserAlias"
      ]),
      ...own("operations/triggers.ts", ["CampaignRecipient", "CanvasRecipient", "EntryProperties"])
    }
  },
  xtremepush: {
    title: "Xtremepush",
    parts: {},
    makers: {},
    host: "main",
    quota: "",
    field: (code) => `optionalOrNull(${code})`,
    guaranteed: [],
    output: (code) => code,
    list: (item) => `Schema.Array(${item})`,
    page: (item) => item,
    map: "Attributes()",
    names: {},
    isSnake: true,
    filled: `filled("must not be blank")`,
    // The id of a profile, of whatever kind `id_type` says.
    facts: { generateOtp: { personal: `["id"]` } },
    written: { Condition: "Condition()", Id: "Id()", SegmentConditions: "SegmentConditions()" },
    wholeInput: (operation) => {
      if (takes(operation, "condition", "select", "order", "limit", "offset")) return "Query()"
      return takes(operation, "id", "select") ? "Lookup()" : undefined
    },
    wholeOutput: (operation) => {
      if (operation.paging !== undefined) return { code: `rows(${rowOf(operation)})` }
      if (operation.from !== undefined)
        return isUpdate(operation)
          ? { code: "changed(Attributes(), {})", isAll: true }
          : { code: "Attributes()" }
      const isSilent = operation.output?.kind === "object" && "code" in operation.output.fields
      return isSilent ? { code: "Accepted()" } : undefined
    },
    paged: (page) => `paged(${page})`,
    imports: {
      ...own("operations/attributes.ts", ["Attributes"]),
      ...own("operations/envelope.ts", ["Accepted", "changed", "rows"]),
      ...own("operations/fields.ts", ["filled", "Id", "Numeric", "optionalOrNull", "Text"]),
      ...own("operations/listing.ts", ["Lookup", "paged", "Query"]),
      ...own("operations/segmentConditions.ts", ["SegmentConditions"])
    }
  }
}
