/** What Cloud Data Ingestion and SCIM refuse. */
import { contains } from "../../../core/Sign.ts"
import { Failure, page } from "./dialect.ts"

/** The integration is busy with another job. Wait until that has ended. */
export class JobInProgress extends Failure<JobInProgress>()("Braze.JobInProgress", {
  sign: { status: 429, body: { message: contains("Another job is in progress") } },
  // It is not a rate limit, and nothing says when the job ends; a minute is the window of this endpoint's own limit.
  again: { otherwise: "1 minute" },
  means: "Another sync job of this integration is running.",
  remedy: "Wait for that job to end; its state is at cdi/integrations/{id}/job_sync_status.",
  see: page.cdi
}) {}

/** The integration id does not have the form of one. */
export class InvalidIntegrationId extends Failure<InvalidIntegrationId>()("Braze.InvalidIntegrationId", {
  sign: { status: 400, body: { message: contains("Invalid integration ID") } },
  again: "never",
  means: "The integration id does not have the form of one.",
  remedy: "Look up the id with cdi/integrations.",
  see: page.cdi
}) {}

/** There is no integration with this id. */
export class IntegrationNotFound extends Failure<IntegrationNotFound>()("Braze.IntegrationNotFound", {
  sign: { status: 404, body: { message: contains("Integration not found") } },
  again: "never",
  means: "The workspace has no integration with this id.",
  remedy: "Look up the id with cdi/integrations.",
  see: page.cdi
}) {}

/** There is no dashboard user with this id. */
export class DashboardUserNotFound extends Failure<DashboardUserNotFound>()("Braze.DashboardUserNotFound", {
  sign: { status: 404, body: { detail: contains("User not found") } },
  again: "never",
  means: "There is no dashboard user with this id.",
  remedy: "Search the user by name (scim/v2/Users?filter=…).",
  see: page.scim
}) {}

/** There is a dashboard user of this name already. */
export class DashboardUserExists extends Failure<DashboardUserExists>()("Braze.DashboardUserExists", {
  sign: { status: 409, body: { detail: contains("User already exists") } },
  again: "never",
  means: "A dashboard user of this name already exists.",
  remedy: "Update that user instead; after a repeated create this means that it is there.",
  see: page.scim
}) {}
