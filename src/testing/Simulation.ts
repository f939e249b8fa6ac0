/**
 * What the simulator of a vendor is made of. `Simulator` puts it to work; it stands apart because a vendor's entry point has its
 * simulator, and should load no more than that when a program only calls the vendor.
 */
export * as Quotas from "./simulator/quotas.ts"
export * as State from "./simulator/state.ts"
export { brokenRules } from "./simulator/broken.ts"
export { type Chance, draw } from "./simulator/chance.ts"
export { type Entry, identityOf } from "./simulator/ledger.ts"
export { basicOf, bearerOf, type Received } from "./simulator/received.ts"
export { operationsIn } from "../contract/Operation.ts"
export type { Behavior, Broken, Resources, Simulated, SimulatedRequest } from "./simulator/simulated.ts"
