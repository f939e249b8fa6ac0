/** What Cloud Data Ingestion and SCIM refuse. */
import { contains } from "../../../contract/Signature.ts"
import { Failure, page } from "./dialect.ts"

/** The integration is busy with another job. Wait until that has ended. */
export class JobInProgress extends Failure<JobInProgress>()("Braze.JobInProgress", {
  signature: { status: 429, body: { message: contains("Another job is in progress") } },
  category: "conflict",
  // It is not a rate limit, and nothing says when the job ends; a minute is the window of this endpoint's own limit.
  retry: { otherwise: "1 minute" },
  holds: "operation",
  means: "Another sync job of this integration is running.",
  remedy: "Wait for that job to end; its state is at cdi/integrations/{id}/job_sync_status.",
  see: page.cdi
}) {}

/** The integration id does not have the form of one. */
export class InvalidIntegrationId extends Failure<InvalidIntegrationId>()("Braze.InvalidIntegrationId", {
  signature: { status: 400, body: { message: contains("Invalid integration ID") } },
  category: "invalid",
  retry: "never",
  means: "The integration id does not have the form of one.",
  remedy: "Look up the id with cdi/integrations.",
  see: page.cdi
}) {}

/** There is no integration with this id. */
export class IntegrationNotFound extends Failure<IntegrationNotFound>()("Braze.IntegrationNotFound", {
  signature: { status: 404, body: { message: contains("Integration not found") } },
  category: "not-found",
  retry: "never",
  means: "The workspace has no integration with this id.",
  remedy: "Look up the id with cdi/integrations.",
  see: page.cdi
}) {}

/** There is no dashboard user with this id. */
export class DashboardUserNotFound extends Failure<DashboardUserNotFound>()("Braze.DashboardUserNotFound", {
  signature: { status: 404, body: { detail: contains("User not found") } },
  category: "not-found",
  retry: "never",
  means: "There is no dashboard user with this id.",
  remedy: "Search the user by name (scim/v2/Users?filter=…).",
  see: page.scim
}) {}

/** There is a dashboard user of this name already. */
export class DashboardUserExists extends Failure<DashboardUserExists>()("Braze.DashboardUserExists", {
  signature: { status: 409, body: { detail: contains("User already exists") } },
  category: "conflict",
  retry: "never",
  means: "A dashboard user of this name already exists.",
  remedy: "Update that user instead; after a repeated create this means that it is there.",
  see: page.scim
}) {}
