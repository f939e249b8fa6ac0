/** The vendors that the command line knows. Each is loaded when it is named, and not before. */
import * as Effect from "effect/Effect"
import type { AnyCall } from "../diagnose/Diagnose.ts"
import { ofApi, open, type Opened, second } from "./opened.ts"
import { offered, wrong, type WrongUsage } from "./usage.ts"

export type { Opened } from "./opened.ts"

const lazily = (load: () => Promise<Opened>): Effect.Effect<Opened> => Effect.promise(load)

const vendors = {
  braze: lazily(() =>
    import("../vendors/braze/all.ts").then((module) =>
      open(module.BrazeApi, module, [second(module.BrazeScimApi, module.scim)])
    )
  ),
  m3ter: lazily(() => import("../vendors/m3ter/all.ts").then((module) => open(module.M3terApi, module))),
  xtremepush: lazily(() =>
    import("../vendors/xtremepush/all.ts").then((module) => open(module.XtremepushApi, module))
  ),
  metrix: lazily(() => import("../vendors/metrix/index.ts").then((module) => open(module.MetrixApi, module))),
  ixon: lazily(() => import("../vendors/ixon/all.ts").then((module) => open(module.IxonApi, module)))
}

/** Names of the vendors, as they are typed. */
export const vendorNames: ReadonlyArray<string> = Object.keys(vendors)

/** APIs of a vendor with credentials of their own: they have their own settings for `doctor`, and their own operations. */
const apart = {
  "braze-scim": lazily(() =>
    import("../vendors/braze/all.ts").then(({ BrazeScimApi, scim, ...module }) =>
      open(BrazeScimApi, { ...ofApi(BrazeScimApi, module), ...scim })
    )
  )
}

const found = new Map<string, Effect.Effect<Opened>>(Object.entries({ ...vendors, ...apart }))

/** The vendor of that name; letter case does not count. */
export const vendorNamed = (name: string): Effect.Effect<Opened, WrongUsage> =>
  found.get(name.toLowerCase()) ??
  wrong(`There is no vendor “${name}”. The vendors are: ${vendorNames.join(", ")}.`)

/** The operation of that name, with or without the vendor's prefix; letter case does not count. */
export const operationNamed = (
  { module, vendor }: Opened,
  name: string
): Effect.Effect<AnyCall, WrongUsage> =>
  Effect.gen(function* () {
    const { findOperation, nameOf, operationsOf } = yield* Effect.promise(
      () => import("../diagnose/Diagnose.ts")
    )
    const found = findOperation(module, name)
    if (found !== undefined) return found
    const names = operationsOf(module).map(nameOf)
    const listed = offered(name, names)
    const all = listed.length === names.length ? "Its operations are" : "The nearest names are"
    return yield* wrong(
      `${vendor.name} has no operation “${name}”. ${all}: ${listed.join(", ")}. “faultline operations ${vendor.name.toLowerCase()}” lists them.`
    )
  })
