/** IXON: webAccess. Derived from scripts/surface/descriptions/ixon.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { Id, objects, opaque, optional, type Made, words } from "../../../contract/described.ts"
import { lazy } from "../../../contract/lazy.ts"
import { Secret } from "../../../contract/secretText.ts"
import { listed } from "../operations/listed.ts"
import { attribute, listNotes, listOf, pageInput, pageKeys, pageOf, readNotes } from "../operations/shape.ts"
import { AgentServer } from "./shared/AgentServer.ts"
import { AgentValue } from "./shared/AgentValue.ts"
import { companyOperation } from "../vendor.ts"

/** IXON's WebaccessSessionRecording, as it comes. */
export interface WebaccessSessionRecording extends Made<typeof webaccessSessionRecordingFields> {}
const webaccessSessionRecordingFields = lazy(() => ({
  publicId: attribute(Schema.String),
  agentName: attribute(Schema.String),
  agentServerName: attribute(Schema.String),
  agentServerType: attribute(Schema.String),
  userName: attribute(Schema.String),
  status: attribute(words("processing", "succeeded", "failed")),
  startTime: attribute(Schema.DateTimeUtcFromString),
  duration: attribute(Schema.Finite),
  error: attribute(Schema.String)
}))
export const WebaccessSessionRecording = opaque<WebaccessSessionRecording>()(webaccessSessionRecordingFields)

/** IXON's WebAccess, as it comes. */
export interface WebAccess extends Made<typeof webAccessFields> {}
const webAccessFields = lazy(() => ({
  publicId: attribute(Schema.String),
  agent: attribute(AgentValue()),
  agentServer: attribute(AgentServer()),
  closeReason: attribute(Schema.String),
  closedOn: attribute(Schema.DateTimeUtcFromString),
  expiresOn: attribute(Schema.DateTimeUtcFromString)
}))
export const WebAccess = opaque<WebAccess>()(webAccessFields)

/**
 * Creates web access: `POST /web-access`. Not idempotent: a repeat creates another. The message says “not online” where the
 * device is offline (seen in other clients, not documented).
 */
export const createWebAccess = companyOperation("createWebAccess", () => ({
  method: "POST",
  path: "/web-access",
  input: Schema.Struct({ server: Schema.Struct({ publicId: optional(Schema.String) }) }),
  output: listOf(Schema.Struct({ publicId: attribute(Schema.String), url: attribute(Secret()) })),
  from: "data",
  idempotent: false,
  secrets: ["url"]
}))

/** Lists webaccess session recordings; `.stream` reads all pages: `GET /web-access/session-recordings`. */
export const listWebaccessSessionRecordings = companyOperation("listWebaccessSessionRecordings", () => ({
  method: "GET",
  path: "/web-access/session-recordings",
  input: Schema.Struct({ ...pageInput() }).pipe(Schema.encodeKeys(pageKeys)),
  output: Schema.Struct(pageOf(WebaccessSessionRecording())),
  idempotent: true,
  notes: listNotes
})).pipe(listed)

/** Gets a webaccess session recording: `GET /web-access/session-recordings/{publicId}`. */
export const getWebaccessSessionRecording = companyOperation("getWebaccessSessionRecording", () => ({
  method: "GET",
  path: "/web-access/session-recordings/{publicId}",
  input: Schema.Struct({
    fields: optional(Schema.Array(Schema.String)),
    filters: optional(Schema.Array(Schema.String)),
    publicId: Id()
  }),
  output: WebaccessSessionRecording(),
  from: "data",
  idempotent: true,
  notes: readNotes
}))

/** Gets a webaccess session recording download: `GET /web-access/session-recordings/{publicId}/download`. */
export const getWebaccessSessionRecordingDownload = companyOperation(
  "getWebaccessSessionRecordingDownload",
  () => ({
    method: "GET",
    path: "/web-access/session-recordings/{publicId}/download",
    input: Schema.Struct({ publicId: Id() }),
    output: Schema.Struct({ url: attribute(Secret()) }),
    from: "data",
    idempotent: true,
    secrets: ["url"],
    notes: readNotes
  })
)

/** Lists web accesses; `.stream` reads all pages: `GET /web-accesses`. */
export const listWebAccesses = companyOperation("listWebAccesses", () => ({
  method: "GET",
  path: "/web-accesses",
  input: Schema.Struct({ ...pageInput() }).pipe(Schema.encodeKeys(pageKeys)),
  output: Schema.Struct(pageOf(WebAccess())),
  idempotent: true,
  secrets: ["wlanKey", "cellularPincode", "cellularUsername", "lockCode", "password"],
  notes: listNotes
})).pipe(listed)

/** Creates web accesses: `POST /web-accesses`. Not idempotent: a repeat creates another. */
export const createWebAccesses = companyOperation("createWebAccesses", () => ({
  method: "POST",
  path: "/web-accesses",
  input: Schema.Struct({ items: objects({ server: Schema.Struct({ publicId: optional(Schema.String) }) }) }),
  output: listOf(Schema.Struct({ publicId: attribute(Schema.String), url: attribute(Secret()) })),
  body: "items",
  from: "data",
  idempotent: false,
  secrets: ["url"]
}))

/** Gets a web access entry: `GET /web-accesses/{publicId}`. */
export const getWebAccessEntry = companyOperation("getWebAccessEntry", () => ({
  method: "GET",
  path: "/web-accesses/{publicId}",
  input: Schema.Struct({
    fields: optional(Schema.Array(Schema.String)),
    filters: optional(Schema.Array(Schema.String)),
    publicId: Id()
  }),
  output: WebAccess(),
  from: "data",
  idempotent: true,
  secrets: ["wlanKey", "cellularPincode", "cellularUsername", "lockCode", "password"],
  notes: readNotes
}))
