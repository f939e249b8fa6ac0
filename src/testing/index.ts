/** For tests: the laws that every catalogue obeys, and the simulator of the vendors. */
export * from "./laws.ts"
export * as Simulator from "./Simulator.ts"
