/** Which reference pages there are, and what each must say. */
import * as Effect from "effect/Effect"
import { vendorNamed } from "../../src/cli/vendors.ts"
import { environment } from "../../src/diagnose/environment.ts"
import { entriesOf, fieldsPage } from "./fieldsPage.ts"
import { page } from "./page.ts"
import type { Types } from "./types.ts"

export { vendorNames } from "../../src/cli/vendors.ts"

/** Where the page of a vendor stands. */
export const pathOf = (name: string): string => `docs/vendors/${name}.md`

/** Where the page of a vendor's fields stands. */
export const fieldsPathOf = (name: string): string => `docs/vendors/${name}-fields.md`

/** The page of a vendor as its catalogue says now. */
export const derive = (name: string): Effect.Effect<string> =>
  Effect.gen(function* () {
    const { fromEnvironment, module } = yield* Effect.orDie(vendorNamed(name))
    return page(module, yield* environment(fromEnvironment))
  })

/** What is said of the operations of a vendor: by their schemas, and by the compiler. */
export const deriveEntries = (name: string, types: Types) =>
  Effect.map(Effect.orDie(vendorNamed(name)), ({ module }) =>
    entriesOf(module, (operation) => types.operation(`src/vendors/${name}/index.ts`, operation))
  )

/** The page of a vendor's fields as its schemas and their comments say now. */
export const deriveFields = (name: string, types: Types): Effect.Effect<string> =>
  Effect.gen(function* () {
    const { vendor } = yield* Effect.orDie(vendorNamed(name))
    return fieldsPage(vendor.name, name, yield* deriveEntries(name, types))
  })
