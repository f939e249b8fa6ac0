/** Which reference pages there are, and what each must say. */
import * as Effect from "effect/Effect"
import { vendorNamed } from "../../src/cli/vendors.ts"
import type { VendorModule } from "../../src/diagnose/Diagnose.ts"
import { environment } from "../../src/diagnose/environment.ts"
import { entriesOf, fieldsPage } from "./fieldsPage.ts"
import { page } from "./page.ts"
import type { Types } from "./types.ts"

export { vendorNames } from "../../src/cli/vendors.ts"

/** Where the page of a vendor stands. */
export const pathOf = (name: string): string => `docs/vendors/${name}.md`

/** Where the page of a vendor's fields stands. */
export const fieldsPathOf = (name: string): string => `docs/vendors/${name}-fields.md`

/** What is written by hand: what is derived from a description has pages of its own. */
export const byHand = (name: string): Effect.Effect<VendorModule> =>
  Effect.promise(() => import(`../../src/vendors/${name}/index.ts`))

/** The page of a vendor as its catalogue says now. */
export const derive = (name: string): Effect.Effect<string> =>
  Effect.gen(function* () {
    const { fromEnvironment } = yield* Effect.orDie(vendorNamed(name))
    return page(yield* byHand(name), yield* environment(fromEnvironment))
  })

/** What is said of the operations of a vendor: by their schemas, and by the compiler. */
export const deriveEntries = (name: string, types: Types) =>
  Effect.map(byHand(name), (module) =>
    entriesOf(module, (operation) => types.operation(`src/vendors/${name}/index.ts`, operation))
  )

/** The page of a vendor's fields as its schemas and their comments say now. */
export const deriveFields = (name: string, types: Types): Effect.Effect<string> =>
  Effect.gen(function* () {
    const { vendor } = yield* Effect.orDie(vendorNamed(name))
    return fieldsPage(vendor.name, name, yield* deriveEntries(name, types))
  })
