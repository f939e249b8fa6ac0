/** What the derived operations of each vendor are made with: the parts that its hand-written ones are made of, as code. */
import type { Described, Node } from "../description.ts"
import { camel } from "./names.ts"
import { digits } from "./schema.ts"

/** How one vendor's operations are written. */
export interface Kit {
  /** As texts have it. */
  readonly title: string
  /** Files that are cut, by the first words of the path below the object: each part with its words; the first part takes the rest. */
  readonly parts: Readonly<Record<string, Readonly<Record<string, ReadonlyArray<string>>>>>
  /** What makes an operation that needs these settings, where the vendor has a maker for them. */
  readonly makers: Readonly<Record<string, string>>
  /** What most operations have, so that they need not say it. */
  readonly host: string
  readonly quota: string
  /** A field of an answer. */
  readonly field: (code: string) => string
  /** Fields of answers that the vendor guarantees, where its document requires them. */
  readonly guaranteed: ReadonlyArray<string>
  /** The output of an operation. */
  readonly output: (code: string) => string
  /** A list that is the output. */
  readonly list: (item: string) => string
  /** The fields of a page. */
  readonly page: (item: string) => string
  /** A map from names to whatever the vendor sends. */
  readonly map: string
  /** Input fields that stand for themselves, when all of them are there. */
  readonly inputs?: { readonly names: ReadonlyArray<string>; readonly code: string; readonly keys: string }
  /** Notes of an operation that reads one thing, and of one that lists. */
  readonly notes?: { readonly read: string; readonly list: string }
  /** How a page of that usual length is read in halves. */
  readonly halves: (usual: number) => string
  /** How a list is read on by its token, but for its items. */
  readonly paging: string
  /** Names that come from files of the vendor: relative to its folder. */
  readonly imports: Readonly<Record<string, string>>
  /** Fields whose names on the wire are not ours. */
  readonly names: Readonly<Record<string, string>>
  /** Names are camelCase here and snake_case on the wire. */
  readonly isSnake?: true
  /** Schemas that are written by hand, as code. */
  readonly written?: Readonly<Record<string, string>>
  /** An input that the vendor's own code has ready as a whole. */
  readonly wholeInput?: (operation: Described) => string | undefined
  /** An output that it has ready, and whether it takes the whole answer and not what stands in a field of it. */
  readonly wholeOutput?: (
    operation: Described
  ) => { readonly code: string; readonly isAll?: true } | undefined
  /** An input that is sent as a body. */
  readonly body?: (code: string, operation: Described) => string
  /** A text that is not empty. */
  readonly filled?: string
  /** What makes an answer of its fields, and adds what all answers have. */
  readonly answer?: string
  /** Whether a field of an answer that the vendor's pages have as required is there for certain, by its schema. */
  readonly isSure?: (schema: Node) => boolean
  /** A quota class as code, where it is no name. */
  readonly quotas?: Readonly<Record<string, string>>
  /** Facts of single operations that are code, by the names of the operation and of the fact. */
  readonly facts?: Readonly<Record<string, Readonly<Record<string, string>>>>
  /** How a list is read on, where it is not by a token; `page` is the operation that reads one page. */
  readonly listed?: (operation: Described, page: string) => string
}

const own = (file: string, names: ReadonlyArray<string>): Readonly<Record<string, string>> =>
  Object.fromEntries(names.map((name) => [name, file]))

const pagedByHand = ({ paging }: Described, page: string): string => {
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
  },
  braze: {
    title: "Braze",
    parts: {},
    makers: {},
    host: "rest",
    quota: "shared",
    field: (code) => `optional(${code})`,
    guaranteed: [],
    output: (code) => code,
    list: (item) => `Schema.Array(${item})`,
    page: (item) => item,
    map: "Schema.Record(Schema.String, Schema.Json)",
    halves: () => "",
    paging: "",
    names: { "last_edit.time[gt]": "lastEditAfter" },
    isSnake: true,
    filled: "Text()",
    answer: "answer",
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
      syncCdiIntegration: { job: `"id"` }
    },
    listed: pagedByHand,
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
    halves: () => "",
    paging: "",
    names: {},
    isSnake: true,
    filled: `filled("must not be blank")`,
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
      return { code: "Accepted()" }
    },
    listed: (_, page) => `paged(${page})`,
    imports: {
      ...own("operations/attributes.ts", ["Attributes"]),
      ...own("operations/envelope.ts", ["Accepted", "changed", "rows"]),
      ...own("operations/fields.ts", ["filled", "Id", "Numeric", "optionalOrNull", "Text"]),
      ...own("operations/listing.ts", ["Lookup", "paged", "Query"]),
      ...own("operations/segmentConditions.ts", ["SegmentConditions"])
    }
  }
}
