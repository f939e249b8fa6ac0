/** Every mutation: promises of the library, each broken in one place. */
import { around } from "./around.ts"
import { braze } from "./braze.ts"
import { console } from "./console.ts"
import { contract } from "./contract.ts"
import { doctor } from "./doctor.ts"
import { evidence } from "./evidence.ts"
import { generate } from "./generate.ts"
import { health } from "./health.ts"
import { http } from "./http.ts"
import { journal } from "./journal.ts"
import { logs } from "./logs.ts"
import { many } from "./many.ts"
import type { Mutation } from "./mutation.ts"
import { operations } from "./operations.ts"
import { outbox } from "./outbox.ts"
import { pipeline } from "./pipeline.ts"
import { platforms } from "./platforms.ts"
import { policy } from "./policy.ts"
import { postgres } from "./postgres.ts"
import { reading } from "./reading.ts"
import { reports } from "./reports.ts"
import { settles } from "./settles.ts"
import { sqlite } from "./sqlite.ts"
import { surface } from "./surface.ts"
import { tracing } from "./tracing.ts"
import { unnoticed } from "./unnoticed.ts"
import { vendors } from "./vendors.ts"

export const mutations: ReadonlyArray<Mutation> = [
  ...unnoticed,
  ...contract,
  ...reading,
  ...http,
  ...policy,
  ...settles,
  ...pipeline,
  ...generate,
  ...health,
  ...platforms,
  ...doctor,
  ...around,
  ...braze,
  ...evidence,
  ...journal,
  ...logs,
  ...tracing,
  ...many,
  ...outbox,
  ...console,
  ...sqlite,
  ...vendors,
  ...postgres,
  ...reports,
  ...operations,
  ...surface
]
