/** m3ter: integrations. Derived from scripts/surface/descriptions/m3ter.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { DataObject } from "../../../contract/Data.ts"
import {
  Id,
  like,
  opaque,
  open,
  optional,
  text,
  type Made,
  whole,
  words
} from "../../../contract/described.ts"
import { lazy } from "../../../contract/lazy.ts"
import { withoutNulls } from "../../../contract/nulls.ts"
import { Secret } from "../../../contract/secretText.ts"
import { audit, byVersion, listed } from "../operations/derived.ts"
import { page } from "../operations/parts.ts"
import { operation } from "../vendor.ts"

/** m3ter's IntegrationConfigResponse, as it comes. */
export interface IntegrationConfigResponse extends Made<typeof integrationConfigResponseFields> {}
const integrationConfigResponseFields = lazy(() => ({
  id: Schema.String,
  version: optional(Schema.Finite),
  ...audit(),
  entityType: optional(Schema.String),
  entityId: optional(Schema.String),
  destination: optional(Schema.String),
  destinationId: optional(Schema.String),
  configData: optional(Schema.Record(Schema.String, Schema.Unknown)),
  authorized: optional(Schema.Boolean),
  enabled: optional(Schema.Boolean),
  triggerType: optional(words("EVENT", "SCHEDULE")),
  integrationCredentialsId: optional(Schema.String),
  name: optional(Schema.String)
}))
export const IntegrationConfigResponse = opaque<IntegrationConfigResponse>()(integrationConfigResponseFields)

/** m3ter's IntegrationCredentialsRequestBase. */
export interface IntegrationCredentialsRequestBase extends Made<
  typeof integrationCredentialsRequestBaseFields
> {}
const integrationCredentialsRequestBaseFields = lazy(() => ({
  version: optional(Schema.Int),
  empty: optional(Schema.Boolean),
  type: Schema.Literals([
    "HTTP_BASIC",
    "OAUTH_CLIENT_CREDENTIALS",
    "M3TER_SIGNED_REQUEST",
    "AWS_INTEGRATION",
    "PADDLE_AUTH",
    "NETSUITE_AUTH",
    "CHARGEBEE_AUTH",
    "M3TER_APP_SIGNATURE",
    "M3TER_SERVICE_USER",
    "STRIPE_SIGNED_REQUEST",
    "HUBSPOT_ACCESS_TOKEN",
    "HUBSPOT_CLIENT_SECRET",
    "OPSGENIE_KEY",
    "SAP_BYD",
    "SLACK_WEBHOOK",
    "SAGE_INTACCT_CLIENT_CREDENTIALS",
    "SAGE_INTACCT_CLIENT_SECRET",
    "STATIC_API_KEY"
  ]),
  name: optional(Schema.String),
  destination: optional(DestinationType())
}))
export const IntegrationCredentialsRequestBase = opaque<IntegrationCredentialsRequestBase>()(
  integrationCredentialsRequestBaseFields
)

/** m3ter's DestinationType. */
export const DestinationType = lazy(() =>
  Schema.Literals([
    "WEBHOOK",
    "NETSUITE",
    "STRIPE",
    "STRIPE_TEST",
    "AWS",
    "PADDLE",
    "PADDLE_SANDBOX",
    "SALESFORCE",
    "XERO",
    "CHARGEBEE",
    "QUICKBOOKS",
    "QUICKBOOKS_SANDBOX",
    "M3TER"
  ])
)

/** m3ter's AvailableConfigurationResponse, as it comes. */
export interface AvailableConfigurationResponse extends Made<typeof availableConfigurationResponseFields> {}
const availableConfigurationResponseFields = lazy(() => ({
  supportedEntities: optional(
    Schema.Record(
      Schema.String,
      Schema.Struct({
        readableName: optional(Schema.String),
        destinations: optional(Schema.Array(DestinationConfiguration())),
        entityConfigurationOptions: optional(ConfigOptions()),
        released: optional(Schema.Boolean)
      })
    )
  ),
  selectedConfigurations: optional(Schema.Record(Schema.String, ConfigOptions())),
  globalConfigurationOptions: optional(ConfigOptions())
}))
export const AvailableConfigurationResponse = opaque<AvailableConfigurationResponse>()(
  availableConfigurationResponseFields
)

/** m3ter's DestinationConfiguration, as it comes. */
export interface DestinationConfiguration extends Made<typeof destinationConfigurationFields> {}
const destinationConfigurationFields = lazy(() => ({
  apiName: optional(open(DestinationType())),
  destination: optional(Schema.String),
  displayName: optional(Schema.String),
  destinationConfigOptions: optional(ConfigOptions()),
  authConfigOptions: optional(ConfigOptions()),
  released: optional(Schema.Boolean),
  authType: optional(Schema.String),
  categories: optional(Schema.Array(Schema.String))
}))
export const DestinationConfiguration = opaque<DestinationConfiguration>()(destinationConfigurationFields)

/** m3ter's ConfigOptions, as it comes. */
export interface ConfigOptions extends Made<typeof configOptionsFields> {}
const configOptionsFields = lazy(() => ({ empty: optional(Schema.Boolean) }))
export const ConfigOptions = opaque<ConfigOptions>()(configOptionsFields)

/** m3ter's SystemResponse, as it comes. */
export interface SystemResponse extends Made<typeof systemResponseFields> {}
const systemResponseFields = lazy(() => ({
  identifier: optional(Schema.String),
  displayName: optional(Schema.String),
  validationSupported: optional(Schema.Boolean),
  supportedAuthTypes: optional(
    Schema.Array(
      words(
        "OAUTH_CODE",
        "OAUTH_CLIENT_CREDENTIALS",
        "HTTP_BASIC",
        "M3TER_SIGNED_REQUEST",
        "AWS_INTEGRATION",
        "PADDLE",
        "NETSUITE",
        "CHARGEBEE",
        "M3TER_APP_SIGNATURE",
        "M3TER_SERVICE_USER",
        "STRIPE_SIGNED_REQUEST",
        "OPSGENIE_KEY",
        "SAP_BYD",
        "HUBSPOT_ACCESS_TOKEN",
        "HUBSPOT_CLIENT_SECRET",
        "SLACK_WEBHOOK",
        "SAGE_INTACCT_CLIENT_CREDENTIALS",
        "SAGE_INTACCT_CLIENT_SECRET",
        "STATIC_API_KEY"
      )
    )
  )
}))
export const SystemResponse = opaque<SystemResponse>()(systemResponseFields)

/** m3ter's IntegrationRunResponse, as it comes. */
export interface IntegrationRunResponse extends Made<typeof integrationRunResponseFields> {}
const integrationRunResponseFields = lazy(() => ({
  id: Schema.String,
  version: optional(Schema.Finite),
  ...audit(),
  entityType: optional(Schema.String),
  entityId: optional(Schema.String),
  dtStarted: optional(Schema.DateTimeUtcFromString),
  dtCompleted: optional(Schema.DateTimeUtcFromString),
  status: optional(open(RunStatus())),
  destination: optional(Schema.String),
  destinationId: optional(Schema.String),
  error: optional(Schema.String),
  url: optional(Secret()),
  externalId: optional(Schema.String),
  parentIntegrationRunId: optional(Schema.String)
}))
export const IntegrationRunResponse = opaque<IntegrationRunResponse>()(integrationRunResponseFields)

/** m3ter's RunStatus. */
export const RunStatus = lazy(() =>
  Schema.Literals([
    "WAITING",
    "STARTED",
    "COMPLETE",
    "ERROR",
    "AWAITING_RETRY",
    "AUTH_FAILED",
    "ACCOUNTING_PERIOD_CLOSED",
    "INVOICE_ALREADY_PAID",
    "DISABLED",
    "TIMEOUT_LIMIT_EXCEEDED",
    "RATE_LIMIT_RETRY"
  ])
)

/** m3ter's ConfigOptionsResponse, as it comes. */
export interface ConfigOptionsResponse extends Made<typeof configOptionsResponseFields> {}
const configOptionsResponseFields = lazy(() => ({
  id: optional(Schema.String),
  label: optional(Schema.String)
}))
export const ConfigOptionsResponse = opaque<ConfigOptionsResponse>()(configOptionsResponseFields)

/** m3ter's WebhookDestinationResponse, as it comes. */
export interface WebhookDestinationResponse extends Made<typeof webhookDestinationResponseFields> {}
const webhookDestinationResponseFields = lazy(() => ({
  id: Schema.String,
  version: optional(Schema.Finite),
  ...audit(),
  name: optional(Schema.String),
  description: optional(Schema.String),
  code: optional(Schema.String),
  active: optional(Schema.Boolean),
  url: optional(Secret()),
  credentials: optional(IntegrationM3terSignedCredentialsResponse())
}))
export const WebhookDestinationResponse = opaque<WebhookDestinationResponse>()(
  webhookDestinationResponseFields
)

/** m3ter's IntegrationM3terSignedCredentialsResponse, as it comes. */
export interface IntegrationM3terSignedCredentialsResponse extends Made<
  typeof integrationM3terSignedCredentialsResponseFields
> {}
const integrationM3terSignedCredentialsResponseFields = lazy(() => ({
  id: Schema.String,
  version: optional(Schema.Finite),
  ...audit(),
  type: optional(Schema.String),
  destination: optional(Schema.String),
  destinationId: optional(Schema.String),
  name: optional(Schema.String),
  apiKey: optional(Secret()),
  secret: optional(Secret())
}))
export const IntegrationM3terSignedCredentialsResponse = opaque<IntegrationM3terSignedCredentialsResponse>()(
  integrationM3terSignedCredentialsResponseFields
)

/** m3ter's IntegrationM3terSignedCredentialsRequest. */
export interface IntegrationM3terSignedCredentialsRequest extends Made<
  typeof integrationM3terSignedCredentialsRequestFields
> {}
const integrationM3terSignedCredentialsRequestFields = lazy(() => ({
  version: optional(Schema.Int),
  empty: optional(Schema.Boolean),
  type: Schema.Literal("M3TER_SIGNED_REQUEST"),
  name: optional(Schema.String),
  destination: optional(DestinationType()),
  /** Not empty. */ apiKey: text(1),
  /** Not empty. */ secret: text(1)
}))
export const IntegrationM3terSignedCredentialsRequest = opaque<IntegrationM3terSignedCredentialsRequest>()(
  integrationM3terSignedCredentialsRequestFields
)

/** m3ter's IntegrationRunLogResponse, as it comes. */
export interface IntegrationRunLogResponse extends Made<typeof integrationRunLogResponseFields> {}
const integrationRunLogResponseFields = lazy(() => ({ Payload: optional(Schema.String) }))
export const IntegrationRunLogResponse = opaque<IntegrationRunLogResponse>()(integrationRunLogResponseFields)

const integrationConfigRequest = lazy(() => ({
  /** Not empty, of a fixed form. */ entityType: like(/^[a-zA-Z0-9_-]*$/, text(1)),
  entityId: optional(Schema.String),
  /** Not empty, of a fixed form. */ destination: like(/^[a-zA-Z0-9_-]*$/, text(1)),
  destinationId: optional(Schema.String),
  configData: optional(DataObject()),
  credentials: optional(IntegrationCredentialsRequestBase()),
  integrationCredentialsId: optional(Schema.String),
  name: optional(Schema.String)
}))

const webhookDestinationRequest = lazy(() => ({
  /** Not empty. */ name: text(1),
  /** Not empty. */ description: text(1),
  code: optional(Schema.String),
  active: optional(Schema.Boolean),
  /** Not empty. */ url: text(1),
  credentials: IntegrationM3terSignedCredentialsRequest()
}))

/** Gets integration configs; `.stream` reads all pages: `GET /organizations/{orgId}/integrationconfigs`. */
export const getIntegrationConfigs = operation("getIntegrationConfigs", () => ({
  method: "GET",
  path: "/organizations/{orgId}/integrationconfigs",
  input: Schema.Struct({
    /** 1 to 200. */ pageSize: optional(whole(1, 200)),
    nextToken: optional(Schema.String),
    destinationId: optional(Schema.String)
  }),
  output: withoutNulls(Schema.Struct(page(IntegrationConfigResponse()))),
  idempotent: true
})).pipe(listed(200))

/** Creates an integration config: `POST /organizations/{orgId}/integrationconfigs`. Not idempotent: a repeat may create another. */
export const createIntegrationConfig = operation("createIntegrationConfig", () => ({
  method: "POST",
  path: "/organizations/{orgId}/integrationconfigs",
  input: Schema.Struct({ ...integrationConfigRequest() }),
  output: withoutNulls(IntegrationConfigResponse()),
  idempotent: false
}))

/** Gets an available config: `GET /organizations/{orgId}/integrationconfigs/available`. */
export const getAvailableConfig = operation("getAvailableConfig", () => ({
  method: "GET",
  path: "/organizations/{orgId}/integrationconfigs/available",
  input: Schema.Struct({ systemName: optional(Schema.String), entityType: optional(Schema.String) }),
  output: withoutNulls(AvailableConfigurationResponse()),
  idempotent: true
}))

/** Gets available systems: `GET /organizations/{orgId}/integrationconfigs/available/systems`. */
export const getAvailableSystems = operation("getAvailableSystems", () => ({
  method: "GET",
  path: "/organizations/{orgId}/integrationconfigs/available/systems",
  input: Schema.Struct({ entityType: optional(Schema.String) }),
  output: withoutNulls(Schema.Array(SystemResponse())),
  idempotent: true
}))

/**
 * Gets an available auth for a system and entity type: `GET
 * /organizations/{orgId}/integrationconfigs/available/{systemName}/auth/{entityType}`.
 */
export const getAvailableAuthForSystemAndEntityType = operation(
  "getAvailableAuthForSystemAndEntityType",
  () => ({
    method: "GET",
    path: "/organizations/{orgId}/integrationconfigs/available/{systemName}/auth/{entityType}",
    input: Schema.Struct({ systemName: Id(), entityType: Id() }),
    output: withoutNulls(ConfigOptions()),
    idempotent: true
  })
)

/** Gets available system entities: `GET /organizations/{orgId}/integrationconfigs/available/{systemName}/entities`. */
export const getAvailableSystemEntities = operation("getAvailableSystemEntities", () => ({
  method: "GET",
  path: "/organizations/{orgId}/integrationconfigs/available/{systemName}/entities",
  input: Schema.Struct({ systemName: Id() }),
  output: withoutNulls(Schema.Array(Schema.Record(Schema.String, Schema.Unknown))),
  idempotent: true
}))

/** Gets an integration config for a type: `GET /organizations/{orgId}/integrationconfigs/entity/{entityType}`. */
export const getIntegrationConfigForType = operation("getIntegrationConfigForType", () => ({
  method: "GET",
  path: "/organizations/{orgId}/integrationconfigs/entity/{entityType}",
  input: Schema.Struct({
    entityType: Id(),
    entityId: optional(Schema.String),
    destination: optional(Schema.String),
    destinationId: optional(Schema.String),
    nextToken: optional(Schema.String),
    /** 1 to 200. */ pageSize: optional(whole(1, 200))
  }),
  output: withoutNulls(IntegrationRunResponse()),
  idempotent: true,
  secrets: ["url"]
}))

/** Gets config option values: `GET /organizations/{orgId}/integrationconfigs/values/{systemName}/{configOption}`. */
export const getConfigOptionValues = operation("getConfigOptionValues", () => ({
  method: "GET",
  path: "/organizations/{orgId}/integrationconfigs/values/{systemName}/{configOption}",
  input: Schema.Struct({ systemName: Id(), configOption: Id() }),
  output: withoutNulls(ConfigOptionsResponse()),
  idempotent: true
}))

/**
 * Deletes an integration config: `DELETE /organizations/{orgId}/integrationconfigs/{id}`. Idempotent: a repeat may be answered
 * with 404.
 */
export const deleteIntegrationConfig = operation("deleteIntegrationConfig", () => ({
  method: "DELETE",
  path: "/organizations/{orgId}/integrationconfigs/{id}",
  input: Schema.Struct({ id: Id() }),
  output: withoutNulls(IntegrationConfigResponse()),
  idempotent: true
}))

/** Gets an integration config: `GET /organizations/{orgId}/integrationconfigs/{id}`. */
export const getIntegrationConfig = operation("getIntegrationConfig", () => ({
  method: "GET",
  path: "/organizations/{orgId}/integrationconfigs/{id}",
  input: Schema.Struct({ id: Id() }),
  output: withoutNulls(IntegrationRunResponse()),
  idempotent: true,
  secrets: ["url"]
}))

/**
 * Updates an integration config: `PUT /organizations/{orgId}/integrationconfigs/{id}`. Takes its present `version`: when in
 * doubt, read it again.
 */
export const updateIntegrationConfig = operation("updateIntegrationConfig", () => ({
  method: "PUT",
  path: "/organizations/{orgId}/integrationconfigs/{id}",
  input: Schema.Struct({ id: Id(), version: Schema.Int, ...integrationConfigRequest() }),
  output: withoutNulls(IntegrationConfigResponse()),
  idempotent: false,
  version: "version"
}))

/**
 * Enables an integration config: `POST /organizations/{orgId}/integrationconfigs/{id}/enable`. Not idempotent: it sets a state;
 * that a repeat is harmless is inferred, not documented.
 */
export const enableIntegrationConfig = operation("enableIntegrationConfig", () => ({
  method: "POST",
  path: "/organizations/{orgId}/integrationconfigs/{id}/enable",
  input: Schema.Struct({ id: Id() }),
  output: withoutNulls(IntegrationConfigResponse()),
  body: "none",
  idempotent: false
}))

/** Lists webhook integrations; `.stream` reads all pages: `GET /organizations/{orgId}/integrationdestinations/webhooks`. */
export const listWebhookIntegrations = operation("listWebhookIntegrations", () => ({
  method: "GET",
  path: "/organizations/{orgId}/integrationdestinations/webhooks",
  input: Schema.Struct({
    /** 1 to 200. */ pageSize: optional(whole(1, 200)),
    nextToken: optional(Schema.String),
    ids: optional(Schema.Array(Schema.String))
  }),
  output: withoutNulls(Schema.Struct(page(WebhookDestinationResponse()))),
  idempotent: true,
  secrets: ["apiKey", "secret", "url"]
})).pipe(listed(200))

/**
 * Creates a webhook destination: `POST /organizations/{orgId}/integrationdestinations/webhooks`. Not idempotent: a repeat may
 * create another.
 */
export const createWebhookDestination = operation("createWebhookDestination", () => ({
  method: "POST",
  path: "/organizations/{orgId}/integrationdestinations/webhooks",
  input: Schema.Struct({ ...webhookDestinationRequest() }),
  output: withoutNulls(WebhookDestinationResponse()),
  idempotent: false,
  secrets: ["apiKey", "secret", "url"]
}))

/**
 * Deletes a webhook destination: `DELETE /organizations/{orgId}/integrationdestinations/webhooks/{id}`. Idempotent: a repeat may
 * be answered with 404.
 */
export const deleteWebhookDestination = operation("deleteWebhookDestination", () => ({
  method: "DELETE",
  path: "/organizations/{orgId}/integrationdestinations/webhooks/{id}",
  input: Schema.Struct({ id: Id() }),
  output: withoutNulls(WebhookDestinationResponse()),
  idempotent: true,
  secrets: ["apiKey", "secret", "url"]
}))

/** Gets a webhook integration destination: `GET /organizations/{orgId}/integrationdestinations/webhooks/{id}`. */
export const getWebhookIntegrationDestination = operation("getWebhookIntegrationDestination", () => ({
  method: "GET",
  path: "/organizations/{orgId}/integrationdestinations/webhooks/{id}",
  input: Schema.Struct({ id: Id() }),
  output: withoutNulls(WebhookDestinationResponse()),
  idempotent: true,
  secrets: ["apiKey", "secret", "url"]
}))

/**
 * Updates a webhook destination: `PUT /organizations/{orgId}/integrationdestinations/webhooks/{id}`. Takes its present
 * `version`: when in doubt, read it again.
 */
export const updateWebhookDestination = operation("updateWebhookDestination", () => ({
  method: "PUT",
  path: "/organizations/{orgId}/integrationdestinations/webhooks/{id}",
  input: Schema.Struct({ id: Id(), version: Schema.Int, ...webhookDestinationRequest() }),
  output: withoutNulls(WebhookDestinationResponse()),
  idempotent: false,
  secrets: ["apiKey", "secret", "url"],
  version: "version",
  settles: byVersion(getWebhookIntegrationDestination, "id")
}))

/**
 * Activates a webhook destination: `PUT /organizations/{orgId}/integrationdestinations/webhooks/{id}/active`. Idempotent: it
 * sets a state, whatever it was.
 */
export const activateWebhookDestination = operation("activateWebhookDestination", () => ({
  method: "PUT",
  path: "/organizations/{orgId}/integrationdestinations/webhooks/{id}/active",
  input: Schema.Struct({ id: Id(), active: optional(Schema.Boolean) }),
  output: withoutNulls(WebhookDestinationResponse()),
  query: ["active"],
  body: "none",
  idempotent: true,
  secrets: ["apiKey", "secret", "url"]
}))

/**
 * Lists integration runs by destination id; `.stream` reads all pages: `GET
 * /organizations/{orgId}/integrationruns/destinations/{destinationId}`.
 */
export const listIntegrationRunsByDestinationId = operation("listIntegrationRunsByDestinationId", () => ({
  method: "GET",
  path: "/organizations/{orgId}/integrationruns/destinations/{destinationId}",
  input: Schema.Struct({
    destinationId: Id(),
    destination: optional(Schema.String),
    startDate: optional(Schema.String),
    endDate: optional(Schema.String),
    /** 1 to 200. */ pageSize: optional(whole(1, 200)),
    nextToken: optional(Schema.String),
    status: optional(RunStatus()),
    order: optional(Schema.Literals(["ASC", "DESC"]))
  }),
  output: withoutNulls(Schema.Struct(page(IntegrationRunResponse()))),
  idempotent: true,
  secrets: ["url"]
})).pipe(listed(200))

/** Gets integration run logs: `GET /organizations/{orgId}/integrationruns/logs/{id}`. */
export const getIntegrationRunLogs = operation("getIntegrationRunLogs", () => ({
  method: "GET",
  path: "/organizations/{orgId}/integrationruns/logs/{id}",
  input: Schema.Struct({ id: Id() }),
  output: withoutNulls(IntegrationRunLogResponse()),
  idempotent: true
}))

/** Gets an integration run latest for ids: `GET /organizations/{orgId}/integrationruns/{entityType}/latest`. */
export const getIntegrationRunLatestForIds = operation("getIntegrationRunLatestForIds", () => ({
  method: "GET",
  path: "/organizations/{orgId}/integrationruns/{entityType}/latest",
  input: Schema.Struct({ entityType: Id(), ids: optional(Schema.Array(Schema.String)) }),
  output: withoutNulls(IntegrationRunResponse()),
  idempotent: true,
  secrets: ["url"]
}))

/** Gets an integration run latest: `GET /organizations/{orgId}/integrationruns/{entityType}/latest/{id}`. */
export const getIntegrationRunLatest = operation("getIntegrationRunLatest", () => ({
  method: "GET",
  path: "/organizations/{orgId}/integrationruns/{entityType}/latest/{id}",
  input: Schema.Struct({ entityType: Id(), id: Id() }),
  output: withoutNulls(IntegrationRunResponse()),
  idempotent: true,
  secrets: ["url"]
}))

/** Lists integration runs; `.stream` reads all pages: `GET /organizations/{orgId}/integrationruns/{entityType}/{entityId}`. */
export const listIntegrationRuns = operation("listIntegrationRuns", () => ({
  method: "GET",
  path: "/organizations/{orgId}/integrationruns/{entityType}/{entityId}",
  input: Schema.Struct({
    entityId: Id(),
    entityType: Id(),
    startDate: optional(Schema.String),
    endDate: optional(Schema.String),
    /** 1 to 200. */ pageSize: optional(whole(1, 200)),
    nextToken: optional(Schema.String),
    status: optional(RunStatus()),
    order: optional(Schema.Literals(["ASC", "DESC"]))
  }),
  output: withoutNulls(Schema.Struct(page(IntegrationRunResponse()))),
  idempotent: true,
  secrets: ["url"]
})).pipe(listed(200))

/** Gets an integration run: `GET /organizations/{orgId}/integrationruns/{id}`. */
export const getIntegrationRun = operation("getIntegrationRun", () => ({
  method: "GET",
  path: "/organizations/{orgId}/integrationruns/{id}",
  input: Schema.Struct({ id: Id() }),
  output: withoutNulls(IntegrationRunResponse()),
  idempotent: true,
  secrets: ["url"]
}))
