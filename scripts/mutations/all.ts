/** Every mutation: promises of the library, each broken in one place. */
import { around } from "./around.ts"
import { contract } from "./contract.ts"
import { many } from "./many.ts"
import type { Mutation } from "./mutation.ts"
import { pipeline } from "./pipeline.ts"
import { platforms } from "./platforms.ts"
import { policy } from "./policy.ts"
import { unnoticed } from "./unnoticed.ts"

export const mutations: ReadonlyArray<Mutation> = [
  ...unnoticed,
  ...contract,
  ...policy,
  ...pipeline,
  ...platforms,
  ...around,
  ...many
]
