/** Reading back: the list of campaigns, and what became of one send. */
import * as Schema from "effect/Schema"
import { InvalidCampaignId } from "../failures.ts"
import * as Pages from "../../../many/Pages.ts"
import { page } from "../failures/dialect.ts"
import { operation } from "../vendor.ts"
import { lenient, message, Text, warnings } from "./shape.ts"

const optional = Schema.optionalKey
const text = lenient(Schema.String)
const figure = lenient(Schema.Finite)

const DataSeriesFields = Schema.Struct({
  campaignId: Text,
  sendId: Text,
  /** Days before `endingAt`: 1 to 100. Braze keeps the figures of a send for 14 days. */
  length: Schema.Int.check(
    Schema.isBetween({ minimum: 1, maximum: 100 }, { message: "must be 1 to 100 days" })
  ),
  /** The end of the series; the time of the call where it is left out. */
  endingAt: optional(Schema.DateTimeUtcFromString)
})

/** What `getSendDataSeries` takes. */
export interface GetSendDataSeries extends Schema.Schema.Type<typeof DataSeriesFields> {}
const GetSendDataSeries = Schema.Opaque<GetSendDataSeries>()(
  DataSeriesFields.pipe(
    Schema.encodeKeys({ campaignId: "campaign_id", sendId: "send_id", endingAt: "ending_at" })
  )
)

const SendDayFields = Schema.Struct({
  /** A date, as Braze writes it. */
  time: text,
  /** For each channel, the figures of each message variation under Braze's own names. */
  messages: lenient(Schema.Record(Schema.String, Schema.Json)),
  conversions: figure,
  conversions1: figure,
  conversions2: figure,
  conversions3: figure,
  conversionsBySendTime: figure,
  conversions1BySendTime: figure,
  conversions2BySendTime: figure,
  conversions3BySendTime: figure,
  uniqueRecipients: figure,
  revenue: figure
}).pipe(
  Schema.encodeKeys({
    conversionsBySendTime: "conversions_by_send_time",
    conversions1BySendTime: "conversions1_by_send_time",
    conversions2BySendTime: "conversions2_by_send_time",
    conversions3BySendTime: "conversions3_by_send_time",
    uniqueRecipients: "unique_recipients"
  })
)

/** One day of a send. */
export interface SendDay extends Schema.Schema.Type<typeof SendDayFields> {}
export const SendDay = Schema.Opaque<SendDay>()(SendDayFields)

/** The days of a send, each with its figures. */
export interface SendDataSeries extends Schema.Schema.Type<typeof SendDataSeriesFields> {}
const SendDataSeriesFields = Schema.Struct({ message, data: Schema.Array(SendDay), warnings }).pipe(
  Schema.encodeKeys({ warnings: "errors" })
)
export const SendDataSeries = Schema.Opaque<SendDataSeries>()(SendDataSeriesFields)

/** Reads the daily figures of one tracked send. */
export const getSendDataSeries = operation("Braze.getSendDataSeries", {
  method: "GET",
  path: "/sends/data_series",
  input: GetSendDataSeries,
  output: SendDataSeries,
  fails: [InvalidCampaignId],
  idempotent: true,
  quota: "shared",
  see: page.sends
})

const ListFields = Schema.Struct({
  /** From 0; a page holds up to 100 campaigns, and a shorter one is the last. */
  page: optional(Schema.Int.check(Schema.isGreaterThanOrEqualTo(0, { message: "pages are counted from 0" }))),
  includeArchived: optional(Schema.Boolean),
  /** By time of creation; `asc` where it is left out. */
  sortDirection: optional(Schema.Literals(["asc", "desc"])),
  lastEditAfter: optional(Schema.DateTimeUtcFromString)
})

/** What `listCampaigns` takes. */
export interface ListCampaigns extends Schema.Schema.Type<typeof ListFields> {}
const ListCampaigns = Schema.Opaque<ListCampaigns>()(
  ListFields.pipe(
    Schema.encodeKeys({
      includeArchived: "include_archived",
      sortDirection: "sort_direction",
      lastEditAfter: "last_edit.time[gt]"
    })
  )
)

const CampaignFields = Schema.Struct({
  id: Schema.String,
  name: text,
  isApiCampaign: lenient(Schema.Boolean),
  tags: lenient(Schema.Array(Schema.String)),
  /** A moment, as Braze writes it. */
  lastEdited: text
}).pipe(Schema.encodeKeys({ isApiCampaign: "is_api_campaign", lastEdited: "last_edited" }))

/** One campaign of the list. */
export interface Campaign extends Schema.Schema.Type<typeof CampaignFields> {}
export const Campaign = Schema.Opaque<Campaign>()(CampaignFields)

/** A page of campaigns. */
export interface CampaignList extends Schema.Schema.Type<typeof CampaignListFields> {}
const CampaignListFields = Schema.Struct({ message, campaigns: Schema.Array(Campaign), warnings }).pipe(
  Schema.encodeKeys({ warnings: "errors" })
)
export const CampaignList = Schema.Opaque<CampaignList>()(CampaignListFields)

/** Lists campaigns, 100 to a page, by time of creation. `.stream` reads all pages. */
export const listCampaigns = Pages.byNumber(
  operation("Braze.listCampaigns", {
    method: "GET",
    path: "/campaigns/list",
    input: ListCampaigns,
    output: CampaignList,
    idempotent: true,
    quota: "shared",
    see: page.campaigns
  }),
  { items: ({ campaigns }) => campaigns, page: "page", first: 0, size: 100 }
)
