/** What goes wrong while the demo runs. By chance, but with a seed: the same every time. */
import type { Simulator } from "faultline/testing"

export const seed = 20_261_120

/** Rules that several operations share. */
const weather = (on: string): ReadonlyArray<Simulator.Rule> => [
  { on, fault: "cut-before", chance: 0.02 },
  { on, fault: "slow-answer", by: "120 millis", chance: 0.03 },
  { on, fault: "cut-after", chance: 0.02 },
  { on, fault: "cut-body", chance: 0.01 },
  { on, fault: "garbage", chance: 0.01 },
  { on, fault: "silence", chance: 0.01, times: 2 }
]

/** While a process is killed: slow answers, so that some are always under way, and a limit that has to be waited out. */
export const slow: Simulator.Script = [
  { on: "Braze", fault: "slow-answer", by: "60 millis", chance: 0.5 },
  {
    on: "Braze.trackUsers",
    fault: "failure",
    tag: "Braze.RateLimited",
    fields: { retryAfter: "1 second" },
    call: 9
  }
]

export const script: Simulator.Script = [
  {
    on: "Braze.trackUsers",
    fault: "failure",
    tag: "Braze.RateLimited",
    fields: { retryAfter: "1 second" },
    call: 5
  },
  { on: "Braze", fault: "failure", tag: "Braze.ServerFault", status: 503, chance: 0.05 },
  { on: "M3ter.getToken", fault: "failure", tag: "M3ter.BadGateway", call: 1 },
  { on: "M3ter.submitMeasurements", fault: "failure", tag: "M3ter.TokenExpired", call: 2 },
  { on: "M3ter.submitMeasurements", fault: "cut-after", call: 1 },
  { on: "Xtremepush", fault: "failure", tag: "Xtremepush.Overloaded", chance: 0.08 },
  { on: "Metrix", fault: "failure", tag: "Metrix.Unavailable", chance: 0.04 },
  { on: "Ixon.queryData", fault: "failure", tag: "Ixon.ProductionIncident", chance: 0.08 },
  { on: "Ixon.queryData", fault: "failure", tag: "Ixon.TokenInvalid", call: 9 },
  ...["Braze", "M3ter.submitMeasurements", "Xtremepush", "Metrix", "Ixon.queryData"].flatMap(weather)
]
