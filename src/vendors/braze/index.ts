/** Braze: every documented failure of its REST API, what can be asked of it, and the layers that connect to it. */
export * from "./failures.ts"
export * from "./operations/index.ts"
export { Api, instances, layer, layerConfig, layerNoTransport, type Options, vendor } from "./vendor.ts"
export { simulator, simulatorWith } from "./simulator.ts"
