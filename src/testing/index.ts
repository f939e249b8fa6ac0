/** For tests: the laws that every vendor obeys, stand-ins for operations, and the simulator of the vendors. */
export * from "./laws.ts"
export * from "./stub.ts"
export { operationsIn } from "../contract/Operation.ts"
export * as Simulator from "./Simulator.ts"
