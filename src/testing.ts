/** For tests: the laws that every catalogue obeys, and the simulator of the vendors. */
export * from "./core/Testing.ts"
export * as Simulator from "./core/Simulator.ts"
