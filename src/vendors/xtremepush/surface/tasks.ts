/** Xtremepush: tasks. Derived from scripts/surface/descriptions/xtremepush.json by `npm run surface`: not to be edited. */
import { Attributes } from "../operations/attributes.ts"
import { rows } from "../operations/envelope.ts"
import { Query, paged } from "../operations/listing.ts"
import { operation } from "../vendor.ts"

const listTasksPage = operation("listTasks", () => ({
  method: "POST",
  path: "/api/external/list/task",
  input: Query(),
  output: rows(Attributes()),
  idempotent: true,
  reads: true,
  quota: "task",
  permission: "List",
  see: "https://docs.xtremepush.com/reference/task-list"
}))

/** Lists tasks; `.stream` reads all pages: `POST /api/external/list/task`. Needs the permission `List`. */
export const listTasks = paged(listTasksPage)
