/** The stores by name: a file, `postgres://…`, or one in the memory of another process. */
import type { Layer } from "effect"
import * as Outbox from "../../../src/durable/Outbox.ts"
import { layerRemote } from "./remote.ts"

export const storeOf = (name: string): Layer.Layer<Outbox.Outbox, Outbox.StoreUnavailable> =>
  name.startsWith("http:") ? layerRemote(name) : Outbox.layerMemory()
