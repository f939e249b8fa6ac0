/** Sending: what makes Braze refuse a send, in the words of its page, and what it answers to the others. */
import { forge } from "../../../contract/Catalogue.ts"
import type { AnyFailureClass } from "../../../contract/Failure.ts"
import * as Simulation from "../../../testing/Simulation.ts"
import { fromJson, isRecord, type Wire } from "../../../contract/Wire.ts"
import * as Failures from "../failures.ts"
import { invalid } from "./request.ts"
import { isUnknown, type Workspace } from "./workspace.ts"

type Fields = Readonly<Record<string, unknown>>

const listIn = (fields: Fields, name: string): ReadonlyArray<unknown> => {
  const value = fields[name]
  return Array.isArray(value) ? value : []
}

const messagesOf = ({ messages }: Fields): ReadonlyArray<readonly [string, Fields]> =>
  isRecord(messages)
    ? Object.entries(messages).flatMap(([channel, one]) => (isRecord(one) ? [[channel, one] as const] : []))
    : []

const bytes = (push: unknown): number =>
  isRecord(push)
    ? new TextEncoder().encode(JSON.stringify({ ...push, message_variation_id: undefined })).length
    : 0

const messageIn = (fields: Fields, channel: string): unknown =>
  messagesOf(fields).find(([name]) => name === channel)?.[1]

const isSlideup = (message: unknown): message is Fields =>
  isRecord(message) && (message["type"] === undefined || message["type"] === "SLIDEUP")

const named = (fields: Fields): number =>
  listIn(fields, "external_user_ids").length + listIn(fields, "user_aliases").length
const reachesAll = (fields: Fields): boolean =>
  fields["broadcast"] === true || fields["segment_id"] !== undefined || fields["audience"] !== undefined

type Check = readonly [failure: AnyFailureClass, fails: (fields: Fields) => boolean]

const unvaried = ({ campaign_id: campaign, ...fields }: Fields): boolean =>
  campaign !== undefined &&
  messagesOf(fields).some(([, message]) => message["message_variation_id"] === undefined)

const extraIsWrong = (fields: Fields): boolean =>
  ["apple_push", "android_push"].some((channel) => {
    const push = messageIn(fields, channel)
    return isRecord(push) && push["extra"] !== undefined && !isRecord(push["extra"])
  })

// In the order of the page's table.
const messageChecks = (workspace: Workspace): ReadonlyArray<Check> => [
  [Failures.NoRecipients, (fields) => named(fields) === 0 && !reachesAll(fields)],
  [Failures.InvalidCampaignId, ({ campaign_id: id }) => isUnknown(workspace.campaigns, id)],
  [Failures.MessageVariantUnspecified, unvaried],
  [Failures.InvalidExtraPushPayload, extraIsWrong],
  [Failures.MaxIdsAndAliasesExceeded, (fields) => named(fields) > 50],
  [Failures.NoMessageToSend, (fields) => messagesOf(fields).length === 0],
  [
    Failures.SlideupMessageLengthExceeded,
    (fields) => {
      const message = messageIn(fields, "in_app_message")
      return isSlideup(message) && [...String(message["message"] ?? "")].length > 140
    }
  ],
  [Failures.ApplePushLengthExceeded, (fields) => bytes(messageIn(fields, "apple_push")) > 1_912],
  [Failures.AndroidPushLengthExceeded, (fields) => bytes(messageIn(fields, "android_push")) > 4_000]
]

const triggerChecks = (workspace: Workspace): ReadonlyArray<Check> => [
  [Failures.InvalidCampaignId, ({ campaign_id: id }) => isUnknown(workspace.campaigns, id)],
  [Failures.InvalidCanvasId, ({ canvas_id: id }) => isUnknown(workspace.canvases, id)],
  [Failures.NoRecipients, (fields) => listIn(fields, "recipients").length === 0 && !reachesAll(fields)],
  [Failures.MaxIdsExceeded, (fields) => listIn(fields, "recipients").length > 50]
]

const refusal = (checks: ReadonlyArray<Check>, request: Simulation.SimulatedRequest): Wire | undefined => {
  const [failure] = checks.find(([, fails]) => fails(request.fields)) ?? []
  if (failure !== undefined) return forge(failure, {})
  return invalid(request)
}

const sent = (request: Simulation.SimulatedRequest): Wire => {
  const { send_id: sendId } = request.fields
  const body = { dispatch_id: request.chance.text(32, "0123456789abcdef"), message: "success" }
  return fromJson(201, {}, { ...body, ...(typeof sendId === "string" ? { send_id: sendId } : {}) })
}

/** Answers `messages/send`. The ledger has one entry for each named user, or one for the segment or audience. */
export const sendMessages =
  (workspace: Workspace) =>
  (request: Simulation.SimulatedRequest): Wire => {
    const refused = refusal(messageChecks(workspace), request)
    if (refused !== undefined) return refused
    const { external_user_ids: ids, user_aliases: aliases, ...rest } = request.fields
    const users = [...(Array.isArray(ids) ? ids : []), ...(Array.isArray(aliases) ? aliases : [])]
    const to = users.length === 0 ? [null] : users
    to.forEach((user) => request.apply(Simulation.identityOf({ user, ...rest }), { user, ...rest }))
    return sent(request)
  }

/** Answers the triggers of campaigns and Canvases. The ledger has one entry for each recipient, or one for the broadcast. */
export const trigger =
  (workspace: Workspace) =>
  (request: Simulation.SimulatedRequest): Wire => {
    const refused = refusal(triggerChecks(workspace), request)
    if (refused !== undefined) return refused
    const { recipients, ...rest } = request.fields
    const to = Array.isArray(recipients) && recipients.length > 0 ? recipients : [null]
    to.forEach((recipient) =>
      request.apply(Simulation.identityOf({ recipient, ...rest }), { recipient, ...rest })
    )
    return sent(request)
  }

const day = 86_400_000

/** Answers transactional sends: an `external_send_id` counts once in 24 hours. */
export const transactional = ({
  archived = [],
  campaigns = [],
  transactional: ids
}: Workspace): ((request: Simulation.SimulatedRequest) => Wire) => {
  const seen = Simulation.State.seen(day)
  return (request) => {
    const { campaign_id: campaign = "" } = request.params
    const { external_send_id: given } = request.fields
    if (archived.includes(campaign)) return forge(Failures.CampaignArchived, {})
    if (isUnknown(ids, campaign))
      return forge(campaigns.includes(campaign) ? Failures.NotTransactional : Failures.CampaignNotFound, {})
    const refused = refusal([], request)
    if (refused !== undefined) return refused
    const id = typeof given === "string" ? given : undefined
    if (id !== undefined && !seen.isNew(id, request.now)) return forge(Failures.AlreadyQueued, {})
    request.apply(id ?? Simulation.identityOf(request.fields))
    return fromJson(
      201,
      {},
      { dispatch_id: request.chance.text(32, "0123456789abcdef"), status: "sent", metadata: {} }
    )
  }
}
