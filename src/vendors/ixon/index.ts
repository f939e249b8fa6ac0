/** IXON Cloud, APIv2: machines that are connected over the internet, and the data that they log. */
export { doctor } from "./doctor.ts"
export * from "./failures.ts"
export {
  type AccountOptions,
  layer,
  layerConfig,
  layerNoTransport,
  type LoginOptions,
  type Options,
  type ServiceAccountOptions
} from "./layer.ts"
export * from "./operations/index.ts"
export { simulator, simulatorWith } from "./simulator.ts"
export { baseUrls, IxonApi, ownOperation as operation, vendor } from "./vendor.ts"
export { support } from "./support.ts"
