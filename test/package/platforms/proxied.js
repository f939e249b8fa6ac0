/** A call through the proxy that the environment names, which opens no tunnel: Node, Bun, Deno. */
import { Effect, Redacted, References } from "effect"
import { Braze, Policy } from "faultline"

const { CLOSED_URL, PROXY_URL } = process.env
const braze = Braze.layer({
  baseUrl: "https://vendor.invalid",
  apiKey: Redacted.make("right"),
  proxy: PROXY_URL ?? CLOSED_URL,
  policy: { passing: Policy.never }
})
const outcome = Effect.match(
  Effect.provide(Braze.triggerCampaign({ campaignId: "c", broadcast: true }), braze),
  {
    onSuccess: () => "done",
    onFailure: ({ _tag, reason, setting }) => `${_tag} ${reason ?? setting}`
  }
)
console.log(await Effect.runPromise(Effect.provideService(outcome, References.MinimumLogLevel, "None")))
process.exit(0)
