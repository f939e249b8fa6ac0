/**
 * Metrix on this machine. It answers 200 to whatever is well-formed, as Metrix does, and then drops in silence what Metrix is
 * documented to drop: a message whose `id` it knows, a second event of one `metrixUserId` at one time, an event whose name or
 * user is blank. Only what it keeps is in the ledger.
 */
import { forge } from "../../contract/Catalogue.ts"
import { lazy } from "../../contract/lazy.ts"
import { isRecord, make, type Wire } from "../../contract/Wire.ts"
import * as Simulation from "../../testing/Simulation.ts"
import { BadRequest, Forbidden } from "./failures.ts"
import * as Operations from "./operations/index.ts"
import { baseUrl, vendor } from "./vendor.ts"

const credentials = { appId: "simulated-app", apiKey: "simulated-metrix-server-key" } as const

type Message = Readonly<Record<string, unknown>>

const types = ["user", "action", "revenue", "businessEvent"]
const isText = (value: unknown): value is string => typeof value === "string"
const isLong = (value: unknown) => typeof value === "number" && Number.isInteger(value)
const isAbsent = (value: unknown) => value === undefined || value === null

// What a 400 is documented to be about: a mandatory field that is missing, or of another type.
const isReadable = (message: unknown): message is Message =>
  isRecord(message) &&
  types.includes(String(message["type"])) &&
  isText(message["id"]) &&
  isLong(message["time"]) &&
  (message["type"] === "user" || isText(message["name"]) || isText(message["customName"])) &&
  (message["type"] !== "revenue" || typeof message["revenue"] === "number") &&
  (isAbsent(message["birthday"]) || isLong(message["birthday"]))

const isBlank = (value: unknown) => isText(value) && value.trim() === ""

const isNamed = ({ customName, name, type }: Message) =>
  type === "user" || [name, customName].some((given) => isText(given) && !isBlank(given))

// The body of an answer is not documented, so there is none.
const received = make(200, {}, "")
const unreadable = lazy((): Wire => forge(BadRequest, {}))

interface Known {
  readonly ids: Simulation.State.Seen
  readonly moments: Simulation.State.Seen
}

const isKept = ({ ids, moments }: Known, message: Message, metrixUserId: unknown, now: number): boolean =>
  isNamed(message) &&
  ids.isNew(String(message["id"]), now) &&
  (message["type"] === "user" ||
    !isText(metrixUserId) ||
    moments.isNew(`${metrixUserId} ${String(message["time"])}`, now))

const take =
  (known: Known) =>
  (request: Simulation.SimulatedRequest): Wire => {
    const { customUserId, messages, metrixUserId } = request.fields
    const users = [customUserId, metrixUserId].filter((id) => !isAbsent(id))
    if (!Array.isArray(messages) || !messages.every(isReadable) || users.length === 0) return unreadable()
    const reachable = users.some((id) => isText(id) && !isBlank(id))
    const kept = messages.filter((message) => reachable && isKept(known, message, metrixUserId, request.now))
    kept.forEach((message) => request.apply(String(message["id"]), message))
    return received
  }

const send = (request: Simulation.SimulatedRequest): Wire => {
  const { channel, message, recipients } = request.fields
  if (Simulation.brokenRules(request).length > 0 || !Array.isArray(recipients)) return unreadable()
  recipients.forEach((recipient) =>
    request.apply(Simulation.identityOf({ channel, message, recipient }), message)
  )
  return received
}

const authorize = ({ received: { headers } }: Simulation.SimulatedRequest): Wire | undefined =>
  headers["x-application-id"] === credentials.appId && headers["x-api-key"] === credentials.apiKey
    ? undefined
    : forge(Forbidden, {})

// How long Metrix remembers is not documented.
const forEver = Number.POSITIVE_INFINITY

const start = (): Simulation.Behavior => {
  const known: Known = { ids: Simulation.State.seen(forEver), moments: Simulation.State.seen(forEver) }
  return {
    authorize,
    answers: { [Operations.ingest.tag]: take(known), [Operations.push.tag]: send },
    notFound: () => make(404, {}, "")
  }
}

/** Metrix, for `Simulator.make` and `Simulator.layer`. */
export const simulator: Simulation.Simulated<typeof credentials> = {
  vendor,
  operations: Simulation.operationsIn(Operations),
  credentials,
  env: ({ main = baseUrl }) => ({
    METRIX_APP_ID: credentials.appId,
    METRIX_API_KEY: credentials.apiKey,
    METRIX_BASE_URL: main
  }),
  start
}
