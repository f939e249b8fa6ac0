/** What Braze tells the doctor: lists that can be read without doing harm, and what a refusal of each of them leaves open. */
import * as Schema from "effect/Schema"
import type * as Vendor from "../../pipeline/layer.ts"
import { AccessDenied } from "./failures/general.ts"
import { page } from "./failures/dialect.ts"
import { connection, environment, type Options } from "./layer.ts"
import { listCampaigns } from "./operations/index.ts"
import { BrazeApi, operation } from "./vendor.ts"

// Only that they are answered counts. All of them share the limit of 250,000 calls an hour.
const listSegments = operation("listSegments", () => ({
  method: "GET",
  path: "/segments/list",
  input: Schema.Struct({}),
  output: Schema.Struct({}),
  idempotent: true,
  permission: "segments.list",
  see: page.basics
}))

const listCanvases = operation("listCanvases", () => ({
  method: "GET",
  path: "/canvas/list",
  input: Schema.Struct({}),
  output: Schema.Struct({}),
  idempotent: true,
  permission: "canvas.list",
  see: page.basics
}))

const listContentBlocks = operation("listContentBlocks", () => ({
  method: "GET",
  path: "/content_blocks/list",
  input: Schema.Struct({ limit: Schema.Int }),
  output: Schema.Struct({}),
  idempotent: true,
  permission: "content_blocks.list",
  see: page.blocks
}))

const listEmailTemplates = operation("listEmailTemplates", () => ({
  method: "GET",
  path: "/templates/email/list",
  input: Schema.Struct({ limit: Schema.Int }),
  output: Schema.Struct({}),
  idempotent: true,
  permission: "templates.email.list",
  see: page.templates
}))

/** The operations that only the doctor calls. */
export const doctorOperations = [listSegments, listCanvases, listContentBlocks, listEmailTemplates] as const

/** What the doctor is told of Braze. */
export const doctor: Vendor.Doctor<Options, BrazeApi> = {
  api: BrazeApi,
  fromEnvironment: environment,
  connection,
  hosts: {
    rest: {
      address:
        "Compare the base URL (BRAZE_BASE_URL) with the REST endpoint of your instance: the dashboard's own address shows the instance, such as EU-01, and Braze.instances lists their endpoints."
    }
  },
  checks: [
    {
      step: "credentials",
      subject: "API key",
      calls: [
        { operation: listCampaigns, input: { page: 0 } },
        { operation: listSegments, input: {} },
        { operation: listCanvases, input: {} },
        { operation: listContentBlocks, input: { limit: 1 } },
        { operation: listEmailTemplates, input: { limit: 1 } }
      ],
      proves: "The key belongs to a workspace of this instance.",
      known: [AccessDenied],
      refused: {
        "Braze.Unauthorized":
          "It cannot be told from the answer which of four it is: the key, the instance (base URL), the workspace, or a key that lacks the permission for each of the lists that were tried.",
        "Braze.AccessDenied":
          "The key is known, for a wrong one is answered 401. A key that is meant for other endpoints alone may be in order; else it lacks the permission, is older than the endpoint, or is limited to other IP addresses."
      }
    }
  ],
  skipped: [
    {
      step: "permissions",
      subject: "writing",
      why: "Whether the key may track users or send messages cannot be tried without doing it: Settings > API Keys shows it."
    }
  ]
}
