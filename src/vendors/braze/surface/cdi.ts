/** Braze: cdi. Derived from scripts/surface/descriptions/braze.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { Id, optional } from "../../../contract/described.ts"
import { snake } from "../../../contract/snake.ts"
import { IntegrationNotFound, InvalidCursor, InvalidIntegrationId, JobInProgress } from "../failures.ts"
import { answer } from "../operations/shape.ts"
import { operation } from "../vendor.ts"
import * as Pages from "../../../many/Pages.ts"

const listCdiIntegrationsPage = operation("listCdiIntegrations", () => ({
  method: "GET",
  path: "/cdi/integrations",
  input: Schema.Struct({ cursor: optional(Schema.String) }),
  output: answer({
    results: Schema.Array(
      snake({
        integrationId: optional(Schema.String),
        appGroupId: optional(Schema.String),
        integrationName: optional(Schema.String),
        integrationType: optional(Schema.String),
        integrationStatus: optional(Schema.String),
        contactEmails: optional(Schema.Unknown),
        lastUpdatedAt: optional(Schema.String),
        warehouseType: optional(Schema.String),
        lastJobStartTime: optional(Schema.String),
        lastJobStatus: optional(Schema.String),
        nextScheduledRun: optional(Schema.String)
      })
    )
  }),
  idempotent: true,
  fails: [InvalidCursor],
  quota: "cdi-list",
  permission: "cdi.integration_list",
  see: "https://www.braze.com/docs/api/endpoints/cdi"
}))

/** Lists CDI integrations; `.stream` reads all pages: `GET /cdi/integrations`. Needs the permission `cdi.integration_list`. */
export const listCdiIntegrations = Pages.byLink(listCdiIntegrationsPage, {
  items: ({ results }) => results,
  into: "cursor"
})

const listCdiJobsPage = operation("listCdiJobs", () => ({
  method: "GET",
  path: "/cdi/integrations/{id}/job_sync_status",
  input: Schema.Struct({ id: Id(), cursor: optional(Schema.String) }),
  output: answer({
    results: Schema.Array(
      snake({
        jobStatus: optional(Schema.String),
        syncStartTime: optional(Schema.String),
        syncFinishTime: optional(Schema.String),
        lastTimestampSynced: optional(Schema.String),
        rowsSynced: optional(Schema.Finite),
        rowsFailedWithErrors: optional(Schema.Finite)
      })
    )
  }),
  idempotent: true,
  fails: [InvalidCursor, InvalidIntegrationId, IntegrationNotFound],
  quota: "cdi-status",
  permission: "cdi.integration_job_status",
  see: "https://www.braze.com/docs/api/endpoints/cdi"
}))

/**
 * Lists CDI jobs; `.stream` reads all pages: `GET /cdi/integrations/{id}/job_sync_status`. Needs the permission
 * `cdi.integration_job_status`.
 */
export const listCdiJobs = Pages.byLink(listCdiJobsPage, { items: ({ results }) => results, into: "cursor" })

/**
 * Syncs a CDI integration: `POST /cdi/integrations/{id}/sync`. Not idempotent: it starts a job; a second one is refused with 429
 * while it runs. Needs the permission `cdi.integration_sync`. Started, not done: listCdiJobs shows what became of it.
 */
export const syncCdiIntegration = operation("syncCdiIntegration", () => ({
  method: "POST",
  path: "/cdi/integrations/{id}/sync",
  input: Schema.Struct({ id: Id() }),
  output: answer({}),
  body: "none",
  idempotent: false,
  fails: [JobInProgress, InvalidIntegrationId, IntegrationNotFound],
  quota: "cdi-sync",
  permission: "cdi.integration_sync",
  notes: ["Started, not done: listCdiJobs shows what became of it."],
  job: "id",
  see: "https://www.braze.com/docs/api/endpoints/cdi"
}))
