/** What a policy can cost at worst, computed before anything runs: attempts, wall time, and load on a vendor that is down. */
import { Duration } from "effect"
import { M3ter, Policy, Retry } from "faultline"

const { advice: policy } = M3ter.vendor

// The waits if one failure kept coming. Nothing is run.
const limited = Array.from({ length: 10 }, () => new M3ter.RateLimited({}))
console.log("429 after 429, waits in ms:", Retry.simulate(policy, limited).join(", "))

const faults = Array.from({ length: 10 }, () => new M3ter.ServerFault({}))
console.log("500, an idempotent operation:", Retry.simulate(policy, faults).join(", "))
console.log(
  "500, one that is not:",
  Retry.simulate(policy, faults, { idempotent: false }).join(", ") || "no second attempt"
)

const plan = Policy.plan(M3ter.submitMeasurements, {
  policy,
  failures: M3ter.always,
  budget: 0.1,
  around: 3 // a retry of your own around the call
})
console.log(`\n${plan.operation}, ${plan.idempotent ? "idempotent" : "not idempotent"}`)
console.log(`at worst ${plan.attempts} attempts (${plan.worst}), ${Duration.format(plan.wall)} in all`)
console.log(
  `load on a vendor that is down: ${plan.amplification} times the calls; with the budget ${plan.budgeted.toFixed(1)}`
)
for (const warning of plan.warnings) console.log(`warning: ${warning}`)
for (const { attempts, tag } of plan.timelines.filter(({ attempts }) => attempts.length > 1)) {
  console.log(`  ${tag.padEnd(20)} attempts at ${attempts.map((at) => `${at / 1000} s`).join(", ")}`)
}
