/** What runs in the thread of an outbox's file. */
import type { Program } from "../../sqlite/program.ts"
import type { Pause } from "../lane.ts"
import { add } from "./add.ts"
import { lanes, pauses, promoted, stats } from "./lanes.ts"
import { ended, list } from "./list.ts"
import { move } from "./moves.ts"
import * as Sql from "./queries.ts"
import { adopt, claim, intent, nothingToAdopt, release } from "./requests.ts"
import { mark, migrations } from "./schema.ts"
import { nothingToReap, reap, settle } from "./settle.ts"
import { sweep } from "./sweep.ts"

/** An intent that a power cut may undo would be sent twice: every answer waits for the disk. */
export const program: Program = {
  mark,
  kind: "an outbox",
  migrations,
  synchronous: "FULL",
  commands: (database, surroundings) => ({
    add: { write: add(database, surroundings) },
    claim: { write: claim(database) },
    intent: { write: intent(database) },
    settle: { write: settle(database) },
    release: { write: release(database) },
    reap: { read: nothingToReap(database), write: reap(database) },
    adopt: { read: nothingToAdopt(database), write: adopt(database) },
    lanes: { read: lanes(database), write: promoted(database) },
    list: { read: list(database) },
    move: { write: move(database) },
    pause: {
      write: ({ by, reason, scope, since }: Pause) => {
        database.run(Sql.pause, scope, reason, by, since)
      }
    },
    resume: { write: (scope: string) => database.run(Sql.resume, scope) > 0 },
    pauses: { read: () => pauses(database) },
    ended: { read: ended(database) },
    stats: { read: stats(database) },
    sweep: { write: sweep(database) }
  })
}
