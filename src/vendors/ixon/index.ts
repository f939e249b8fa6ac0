/** IXON Cloud: machines connected over the internet, and what they log. APIv2. */
export * from "./failures.ts"
export * from "./layer.ts"
export * from "./operations/index.ts"
export { Api, baseUrls, vendor } from "./vendor.ts"
export { simulator, simulatorWith } from "./simulator.ts"
