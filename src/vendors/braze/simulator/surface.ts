/** What the simulated Braze does besides what its handlers by hand know: all of it from empty. */
import { catalogs } from "./catalogs.ts"
import { content } from "./content.ts"
import { dashboardUsers } from "./dashboardUsers.ts"
import { jobs } from "./jobs.ts"
import type { Handlers } from "./objects.ts"
import { people, type Put } from "./people.ts"
import { schedules } from "./schedules.ts"
import { sdkKeys } from "./sdkKeys.ts"

/** Handlers by the names of operations. `put` puts users into one subscription group. */
export const surface = (put: Put): Handlers => ({
  ...catalogs(),
  ...content(),
  ...dashboardUsers(),
  ...jobs(),
  ...people(put),
  ...schedules(),
  ...sdkKeys()
})
