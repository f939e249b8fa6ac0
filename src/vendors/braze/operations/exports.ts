/** Reading back: the list of campaigns, and what became of one send. */
import * as Schema from "effect/Schema"
import { lazy } from "../../../contract/lazy.ts"
import * as Moment from "../../../contract/Moment.ts"
import * as Pages from "../../../many/Pages.ts"
import { InvalidCampaignId } from "../failures.ts"
import { page } from "../failures/dialect.ts"
import { operation } from "../vendor.ts"
import { flag, lenient, lenientText, message, Text, warnings } from "./shape.ts"

const optional = Schema.optionalKey
const figure = lazy(() => lenient(Schema.Finite))

const DataSeriesFields = lazy(() =>
  Schema.Struct({
    /** API id of the campaign that the send belongs to. */
    campaignId: Text(),
    /** Id of the send: `sendId` as a send took or gave it. */
    sendId: Text(),
    /** How many days of the series, up to `endingAt`: 1 to 100. Braze keeps the figures of a send for 14 days. */
    length: Schema.Int.check(
      Schema.isBetween({ minimum: 1, maximum: 100 }, { message: "must be 1 to 100 days" })
    ),
    /** The end of the series; the time of the call where it is left out. */
    endingAt: optional(Moment.Text())
  })
)

/** What `getSendDataSeries` takes. */
export interface GetSendDataSeries extends Schema.Schema.Type<ReturnType<typeof DataSeriesFields>> {}
const GetSendDataSeries = lazy(() =>
  Schema.Opaque<GetSendDataSeries>()(
    DataSeriesFields().pipe(
      Schema.encodeKeys({ campaignId: "campaign_id", sendId: "send_id", endingAt: "ending_at" })
    )
  )
)

const sendDayKeys = {
  conversionsBySendTime: "conversions_by_send_time",
  conversions1BySendTime: "conversions1_by_send_time",
  conversions2BySendTime: "conversions2_by_send_time",
  conversions3BySendTime: "conversions3_by_send_time",
  uniqueRecipients: "unique_recipients"
} as const
const SendDayFields = lazy(() =>
  Schema.Struct({
    /** A date, as Braze writes it. */
    time: lenientText(),
    /** For each channel, the figures of each message variation under Braze's own names. */
    messages: lenient(Schema.Record(Schema.String, Schema.Json)),
    conversions: figure(),
    conversions1: figure(),
    conversions2: figure(),
    conversions3: figure(),
    conversionsBySendTime: figure(),
    conversions1BySendTime: figure(),
    conversions2BySendTime: figure(),
    conversions3BySendTime: figure(),
    uniqueRecipients: figure(),
    revenue: figure()
  }).pipe(Schema.encodeKeys(sendDayKeys))
)

/** One day of a send. */
export interface SendDay extends Schema.Schema.Type<ReturnType<typeof SendDayFields>> {}
export const SendDay = lazy(() => Schema.Opaque<SendDay>()(SendDayFields()))

/** The days of a send, each with its figures. */
export interface SendDataSeries extends Schema.Schema.Type<ReturnType<typeof SendDataSeriesFields>> {}
const SendDataSeriesFields = lazy(() =>
  Schema.Struct({ message: message(), data: Schema.Array(SendDay()), warnings: warnings() }).pipe(
    Schema.encodeKeys({ warnings: "errors" })
  )
)
export const SendDataSeries = lazy(() => Schema.Opaque<SendDataSeries>()(SendDataSeriesFields()))

/** Reads the daily figures of one tracked send. */
export const getSendDataSeries = operation("getSendDataSeries", () => ({
  method: "GET",
  path: "/sends/data_series",
  input: GetSendDataSeries(),
  output: SendDataSeries(),
  fails: [InvalidCampaignId],
  idempotent: true,
  permission: "sends.data_series",
  notes: [
    "An empty series proves nothing: figures of a send are kept for 14 days, and how soon they come is not documented."
  ],
  see: page.sends
}))

const PageNumber = lazy(() =>
  Schema.Int.check(Schema.isGreaterThanOrEqualTo(0, { message: "pages are counted from 0" }))
)

const ListFields = lazy(() =>
  Schema.Struct({
    /** Which page, from 0; a page holds up to 100 campaigns, and a shorter one is the last. */
    page: optional(PageNumber()),
    /** Whether archived campaigns are listed too. */
    includeArchived: flag(),
    /** The order, by time of creation; `asc` where it is left out. */
    sortDirection: optional(Schema.Literals(["asc", "desc"])),
    /** Only campaigns that were edited after this time. */
    lastEditAfter: optional(Moment.Text())
  })
)

/** What `listCampaigns` takes. */
export interface ListCampaigns extends Schema.Schema.Type<ReturnType<typeof ListFields>> {}
const ListCampaigns = lazy(() =>
  Schema.Opaque<ListCampaigns>()(
    ListFields().pipe(
      Schema.encodeKeys({
        includeArchived: "include_archived",
        sortDirection: "sort_direction",
        lastEditAfter: "last_edit.time[gt]"
      })
    )
  )
)

const CampaignFields = lazy(() =>
  Schema.Struct({
    id: Schema.String,
    name: lenientText(),
    isApiCampaign: lenient(Schema.Boolean),
    tags: lenient(Schema.Array(Schema.String)),
    /** A moment, as Braze writes it. */
    lastEdited: lenientText()
  }).pipe(Schema.encodeKeys({ isApiCampaign: "is_api_campaign", lastEdited: "last_edited" }))
)

/** One campaign of the list. */
export interface Campaign extends Schema.Schema.Type<ReturnType<typeof CampaignFields>> {}
export const Campaign = lazy(() => Schema.Opaque<Campaign>()(CampaignFields()))

/** A page of campaigns. */
export interface CampaignList extends Schema.Schema.Type<ReturnType<typeof CampaignListFields>> {}
const CampaignListFields = lazy(() =>
  Schema.Struct({ message: message(), campaigns: Schema.Array(Campaign()), warnings: warnings() }).pipe(
    Schema.encodeKeys({ warnings: "errors" })
  )
)
export const CampaignList = lazy(() => Schema.Opaque<CampaignList>()(CampaignListFields()))

const onePage = operation("listCampaigns", () => ({
  method: "GET",
  path: "/campaigns/list",
  input: ListCampaigns(),
  output: CampaignList(),
  idempotent: true,
  permission: "campaigns.list",
  see: page.campaigns
}))

/** Lists campaigns, 100 to a page, by time of creation. `.stream` reads all pages. */
export const listCampaigns = Pages.byNumber(onePage, {
  items: ({ campaigns }) => campaigns,
  page: "page",
  first: 0,
  size: 100
})
