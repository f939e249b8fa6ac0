/** What all of Braze's answers have in common: where its words stand, and the list of minor errors that any of them may carry. */
import * as Schema from "effect/Schema"
import * as SchemaTransformation from "effect/SchemaTransformation"
import { body, failuresOf } from "../../../contract/Failure.ts"
import { Complaint } from "../../../contract/CallReport.ts"
import { isRecord } from "../../../contract/Wire.ts"
import { privacy } from "../privacy.ts"

const docs = "https://www.braze.com/docs/api"

/** Braze's pages, as sources of the catalogue. */
export const page = {
  errors: `${docs}/errors`,
  basics: `${docs}/basics`,
  limits: `${docs}/api_limits`,
  track: `${docs}/endpoints/user_data/post_user_track`,
  identify: `${docs}/endpoints/user_data/post_user_identify`,
  delete: `${docs}/endpoints/user_data/post_user_delete`,
  merge: `${docs}/endpoints/user_data/post_users_merge`,
  send: `${docs}/endpoints/messaging/send_messages/post_send_messages`,
  triggerCampaign: `${docs}/endpoints/messaging/send_messages/post_send_triggered_campaigns`,
  triggerCanvas: `${docs}/endpoints/messaging/send_messages/post_send_triggered_canvases`,
  transactional: `${docs}/endpoints/messaging/send_messages/post_send_transactional_message`,
  campaigns: `${docs}/endpoints/export/campaigns/get_campaigns`,
  sends: `${docs}/endpoints/export/campaigns/get_send_analytics`,
  canvases: `${docs}/endpoints/export/canvas/get_canvas_details`,
  subscriptionGet: `${docs}/endpoints/subscription_groups/get_list_user_subscription_group_status`,
  subscriptionSet: `${docs}/endpoints/subscription_groups/post_update_user_subscription_group_status`,
  catalogs: `${docs}/endpoints/catalogs`,
  blocks: `${docs}/endpoints/templates/content_blocks_templates`,
  templates: `${docs}/endpoints/templates/email_templates`,
  media: `${docs}/endpoints/media_library`,
  translations: `${docs}/endpoints/translations`,
  cdi: `${docs}/endpoints/cdi`,
  scim: `${docs}/endpoints/scim`
} as const

/**
 * One minor error: Braze's words or code (`message`), the id that a catalog error has (`code`), and, for `users/track`, the list
 * (`input`) and the place in it (`index`, from 0) of the object that it is about.
 */
export interface MinorError extends Schema.Schema.Type<typeof MinorErrorFields> {}
// Every failure class carries minor errors, so their schema is built with the classes and not on first use.
const MinorErrorFields = Schema.Struct({
  message: Schema.String,
  code: Schema.optionalKey(Schema.String),
  input: Schema.optionalKey(Schema.String),
  index: Schema.optionalKey(Schema.Int)
})
export const MinorError = Schema.Opaque<MinorError>()(MinorErrorFields)

// Braze documents four shapes and says that there are more: a text, {type, input_array, index}, {id, message} and {message}.
const readOne = (item: Schema.Json): MinorError => {
  if (!isRecord(item)) return { message: typeof item === "string" ? item : JSON.stringify(item) }
  const message = [item["message"], item["type"], item["id"]].find((text) => typeof text === "string")
  const { id, index, input_array: input } = item
  return {
    message: typeof message === "string" ? message : JSON.stringify(item),
    ...(typeof id === "string" ? { code: id } : {}),
    ...(typeof input === "string" ? { input } : {}),
    ...(typeof index === "number" && Number.isInteger(index) ? { index } : {})
  }
}

const writeOne = ({ code, index, input, message }: MinorError): Schema.Json => {
  const place = {
    ...(input === undefined ? {} : { input_array: input }),
    ...(index === undefined ? {} : { index })
  }
  if (code !== undefined) return { id: code, message, ...place }
  return Object.keys(place).length === 0 ? message : { type: message, ...place }
}

const readAll = (list: Schema.Json): ReadonlyArray<MinorError> =>
  list === null ? [] : (Array.isArray(list) ? list : [list]).map(readOne)

/** Minor errors in whatever shape they come: what cannot be understood is kept as text and is never a reason to lose an answer. */
export const MinorErrors = Schema.Json.pipe(
  Schema.decodeTo(
    Schema.Array(MinorError),
    SchemaTransformation.transform({ decode: readAll, encode: (minor): Schema.Json => minor.map(writeOne) })
  )
)

const toComplaints = SchemaTransformation.transform({
  decode: (minor: ReadonlyArray<MinorError>): ReadonlyArray<Complaint> =>
    minor.map(({ code, index, input, message }) => ({
      message: code === undefined || code === message ? message : `${code}: ${message}`,
      ...(input === undefined ? {} : { path: input }),
      ...(index === undefined ? {} : { index })
    })),
  encode: (complaints: ReadonlyArray<Complaint>): ReadonlyArray<MinorError> =>
    complaints.map(({ index, path, message }) => ({
      message,
      ...(path === undefined ? {} : { input: path }),
      ...(index === undefined ? {} : { index })
    }))
})

/** Braze's words stand in `message`; for JSON that it cannot parse in `error`, for SCIM in `detail`, for translations only in a list. */
export const dialect = {
  vendor: "Braze",
  messageAt: ["message", "error", "detail", "errors.0.message", "errors.0"],
  requestId: "x-request-id",
  complaints: body("errors", MinorErrors.pipe(Schema.decodeTo(Schema.Array(Complaint), toComplaints))),
  shared: {
    /** The minor errors beside the fatal one. */
    minorErrors: Schema.optionalKey(body("errors", MinorErrors))
  },
  privacy,
  frame: ({ vendorMessage }: { readonly vendorMessage: string }) => ({ message: vendorMessage })
} as const

/** Names one of Braze's failures. */
export const Failure = failuresOf(dialect)

/** Names a failure whose `errors` list is the failure itself, not minor errors beside it; the list stands in `complaints`. */
export const ListedFailure = failuresOf({ ...dialect, shared: {} })
