/** Which reference pages there are, and what each must say. */
import * as Effect from "effect/Effect"
import { vendorNamed } from "../../src/cli/vendors.ts"
import { environment } from "../../src/diagnose/environment.ts"
import { page } from "./page.ts"

export { vendorNames } from "../../src/cli/vendors.ts"

/** Where the page of a vendor stands. */
export const pathOf = (name: string): string => `docs/vendors/${name}.md`

/** The page of a vendor as its catalogue says now. */
export const derive = (name: string): Effect.Effect<string> =>
  Effect.gen(function* () {
    const { fromEnvironment, module } = yield* Effect.orDie(vendorNamed(name))
    return page(module, yield* environment(fromEnvironment))
  })
