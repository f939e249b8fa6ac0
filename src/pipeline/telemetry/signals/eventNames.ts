/** The names of the events on the span of a call: apart from what is written about them, which no program needs to carry. */
export const eventName = {
  wait: "faultline.wait",
  waiting: "faultline.waiting",
  circuit: "faultline.circuit.open",
  budget: "faultline.budget.spent",
  split: "faultline.split",
  token: "faultline.token.renewed"
} as const
