/** What an application hides beyond what the vendors' facts say: by the names of its own fields. */
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import type { Vendor } from "../../contract/Vendor.ts"

/** Names of fields that are hidden, beside those of the vendors. */
export const Hidden = Context.Reference<ReadonlyArray<string>>("faultline/Telemetry/Hidden", {
  defaultValue: () => []
})

/**
 * Hides fields of these names, and all that is under them, wherever people look at a call: in printed failures, logs, spans, journals and
 * reports, and where an answer quotes them. A name holds however it is spelled: `tenantCode` is `tenant_code` and `tenant-code` too. What a
 * program reads from results and failures stays. It is read where the call is made: provide it to the whole program.
 *
 * @example
 * ```ts
 * import { Effect, Redacted } from "effect"
 * import { Braze, Telemetry } from "faultline"
 * import { Simulator } from "faultline/testing"
 *
 * const program = Braze.triggerCampaign({
 *   campaignId: "no-such-campaign",
 *   recipients: [{ externalUserId: "customer-1" }]
 * }).pipe(
 *   Effect.flip,
 *   Effect.provide(Braze.layerNoTransport({ apiKey: Redacted.make(Braze.simulator.credentials.apiKey), baseUrl: Braze.instances["US-01"] })),
 *   Effect.provide(
 *     Simulator.layer(Braze.simulator, { script: [{ call: 1, fault: "failure", tag: "Braze.InvalidCampaignId" }] })
 *   ),
 *   Effect.provide(Telemetry.hide("campaignId"))
 * )
 * const { request } = await Effect.runPromise(program)
 * console.log(request?.body?.includes("no-such-campaign")) // false
 * ```
 */
export const hide = (...names: ReadonlyArray<string>): Layer.Layer<never> =>
  Layer.effectContext(Effect.map(Hidden, (before) => Context.make(Hidden, [...before, ...names])))

/** The vendor, with these names among its personal ones. */
export const hiding = (vendor: Vendor, names: ReadonlyArray<string>): Vendor => {
  const { dialect } = vendor
  const { personal = [], ...privacy } = dialect.privacy ?? {}
  return { ...vendor, dialect: { ...dialect, privacy: { ...privacy, personal: [...personal, ...names] } } }
}
