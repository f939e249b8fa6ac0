/** Braze: every documented failure of its REST API, the operations that it offers, and the layers that connect to it. */
export { doctor } from "./doctor.ts"
export * from "./failures.ts"
export { instances, layer, layerConfig, layerNoTransport, type Options } from "./layer.ts"
export * from "./operations/index.ts"
export { scimLayer, scimLayerConfig, scimLayerNoTransport, type ScimOptions } from "./scim.ts"
export { scim } from "./scimDoctor.ts"
export { simulator, simulatorWith } from "./simulator.ts"
export {
  BrazeApi,
  BrazeScimApi,
  ownOperation as operation,
  ownScimOperation as scimOperation,
  vendor
} from "./vendor.ts"
export { support } from "./support.ts"
