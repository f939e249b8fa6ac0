/** What all of Braze's answers have in common: where its words stand, and the list of minor errors that any of them may carry. */
import * as Schema from "effect/Schema"
import * as SchemaTransformation from "effect/SchemaTransformation"
import { body, failuresOf } from "../../../core/Failure.ts"
import { FieldError } from "../../../core/Story.ts"
import { isRecord } from "../../../core/Wire.ts"

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
 * One minor error: Braze's words or code (`said`), the id that a catalog error has (`code`), and, for `users/track`, the list
 * (`input`) and the place in it (`index`, from 0) of the object that it is about.
 */
export interface MinorError extends Schema.Schema.Type<typeof MinorErrorFields> {}
const MinorErrorFields = Schema.Struct({
  said: Schema.String,
  code: Schema.optionalKey(Schema.String),
  input: Schema.optionalKey(Schema.String),
  index: Schema.optionalKey(Schema.Int)
})
export const MinorError = Schema.Opaque<MinorError>()(MinorErrorFields)

// Braze documents four shapes and says that there are more: a text, {type, input_array, index}, {id, message} and {message}.
const readOne = (item: Schema.Json): MinorError => {
  if (!isRecord(item)) return { said: typeof item === "string" ? item : JSON.stringify(item) }
  const said = [item["message"], item["type"], item["id"]].find((text) => typeof text === "string")
  const { id, index, input_array: input } = item
  return {
    said: typeof said === "string" ? said : JSON.stringify(item),
    ...(typeof id === "string" ? { code: id } : {}),
    ...(typeof input === "string" ? { input } : {}),
    ...(typeof index === "number" && Number.isInteger(index) ? { index } : {})
  }
}

const writeOne = ({ code, index, input, said }: MinorError): Schema.Json => {
  const place = {
    ...(input === undefined ? {} : { input_array: input }),
    ...(index === undefined ? {} : { index })
  }
  if (code !== undefined) return { id: code, message: said, ...place }
  return Object.keys(place).length === 0 ? said : { type: said, ...place }
}

const readAll = (list: Schema.Json): ReadonlyArray<MinorError> =>
  list === null ? [] : (Array.isArray(list) ? list : [list]).map(readOne)

/** Minor errors in whatever shape they come: what cannot be understood is kept as text, and never a reason to lose an answer. */
export const MinorErrors = Schema.Json.pipe(
  Schema.decodeTo(
    Schema.Array(MinorError),
    SchemaTransformation.transform({ decode: readAll, encode: (minor): Schema.Json => minor.map(writeOne) })
  )
)

const toFieldErrors = SchemaTransformation.transform({
  decode: (minor: ReadonlyArray<MinorError>): ReadonlyArray<FieldError> =>
    minor.map(({ code, index, input, said }) => ({
      said: code === undefined || code === said ? said : `${code}: ${said}`,
      ...(input === undefined ? {} : { path: input }),
      ...(index === undefined ? {} : { index })
    })),
  encode: (fields: ReadonlyArray<FieldError>): ReadonlyArray<MinorError> =>
    fields.map(({ index, path, said }) => ({
      said,
      ...(path === undefined ? {} : { input: path }),
      ...(index === undefined ? {} : { index })
    }))
})

/** Braze speaks in `message`; JSON that it cannot parse gets `error`, SCIM `detail`, translations only a list. */
export const dialect = {
  vendor: "Braze",
  said: ["message", "error", "detail", "errors.0.message", "errors.0"],
  requestId: "x-request-id",
  fields: body("errors", MinorErrors.pipe(Schema.decodeTo(Schema.Array(FieldError), toFieldErrors))),
  shared: {
    /** The minor errors beside the fatal one. */
    minorErrors: Schema.optionalKey(body("errors", MinorErrors))
  },
  frame: ({ said }: { readonly said: string }) => ({ message: said })
} as const

/** Names one of Braze's failures. */
export const Failure = failuresOf(dialect)

/** Names a failure whose `errors` list is the failure itself, not minor errors beside it; the list stands in `fields`. */
export const ListedFailure = failuresOf({ ...dialect, shared: {} })
