/**
 * One program for every platform: a call that succeeds, one that is refused, one to a port that nobody listens on, and a layer that
 * must not be built in a browser; and the doctor, with the steps that it could make. `globalThis.probe(url, closed)` gives what
 * came of them.
 */
import { Effect, Redacted, References } from "effect"
import { Braze, Diagnose, Metrix, Policy } from "faultline"

const outcome = (call) =>
  Effect.runPromise(
    Effect.match(call, {
      onSuccess: () => "done",
      onFailure: ({ _tag, delivery, problem, reason }) =>
        [_tag, delivery, reason, problem?.split(".")[0]].filter(Boolean).join(" ")
    }).pipe(Effect.provideService(References.MinimumLogLevel, "None"))
  )

const braze = (baseUrl, apiKey) =>
  Braze.layer({
    baseUrl,
    apiKey: Redacted.make(apiKey),
    userAgent: "shop/2.1",
    policy: { passing: Policy.never }
  })

const examined = async (baseUrl) => {
  const connect = { baseUrl, apiKey: Redacted.make("right") }
  const { steps } = await Effect.runPromise(Diagnose.doctor(Braze, { connect }))
  return steps.flatMap(({ name, status }) => (status === "skipped" ? [] : `${name} ${status}`)).join(", ")
}

globalThis.probe = async (url, closed) => ({
  rightKey: await outcome(Effect.provide(Braze.listCampaigns({}), braze(url, "right"))),
  wrongKey: await outcome(Effect.provide(Braze.listCampaigns({}), braze(url, "wrong"))),
  nobody: await outcome(
    Effect.provide(Braze.triggerCampaign({ campaignId: "c", broadcast: true }), braze(closed, "right"))
  ),
  metrix: await outcome(
    Effect.provide(
      Effect.void,
      Metrix.layer({ appId: "app", apiKey: Redacted.make("server-key"), baseUrl: url })
    )
  ),
  doctor: await examined(url)
})
