/** What a run of `faultline generate` says: what was written, what was not carried, what changed. */
import type { Change } from "../../generate/changes.ts"
import type { Generated } from "../../generate/generate.ts"
import type { Loss } from "../../generate/spec/losses.ts"
import type { Paint } from "../paint.ts"
import type { Differences } from "./folder.ts"

/** Places that are shown of one kind. */
const mostPlaces = 5

/** The kinds of losses, each with its places. */
const kindsOf = (losses: ReadonlyArray<Loss>) => {
  const kinds = new Map<string, ReadonlyArray<string>>()
  for (const { what, where } of losses) kinds.set(what, [...(kinds.get(what) ?? []), where])
  return [...kinds].map(([what, places]) => ({ what, count: places.length, places }))
}

const lossLines = (losses: ReadonlyArray<Loss>, { dim }: Paint): ReadonlyArray<string> =>
  kindsOf(losses).flatMap(({ count, places, what }) => [
    `  ${count} × ${what}`,
    ...places.slice(0, mostPlaces).map((place) => dim(`      ${place}`)),
    ...(count > mostPlaces ? [dim(`      and ${count - mostPlaces} more: --json lists all`)] : [])
  ])

const changeLines = (changes: ReadonlyArray<Change>, { bad, good }: Paint): ReadonlyArray<string> =>
  changes.map(
    ({ breaking, what, where }) => `  ${breaking ? bad("breaking") : good("not breaking")}  ${where}: ${what}`
  )

const section = (title: string, lines: ReadonlyArray<string>): ReadonlyArray<string> =>
  lines.length === 0 ? [] : ["", title, ...lines]

/** Files that stand in the way. Nothing was written. */
export const blocked = ({ edited, foreign }: Differences): ReadonlyArray<string> => [
  ...(edited.length === 0
    ? []
    : [
        "Somebody changed files that were generated, and they would be lost. Move the changes to a file of your own, or put what they correct into errors.json (patches); then delete the file, or take the committed version:",
        ...edited.map((path) => `  ${path}`)
      ]),
  ...(foreign.length === 0
    ? []
    : [
        "These files were not written by this command, and it does not overwrite them. Give another folder with --out, or move them:",
        ...foreign.map((path) => `  ${path}`)
      ])
]

/** The run in words. */
export const words = (made: Generated, differences: Differences, check: boolean, paint: Paint): string => {
  const { allowed, changes, files, lost, noted, operations, vendor } = made
  const { gone, written } = differences
  const isSame = written.length === 0 && gone.length === 0
  const did = check
    ? isSame
      ? "as it is to be"
      : `${written.length} to be written, ${gone.length} to be removed`
    : `${written.length} written, ${gone.length} removed`
  return [
    `${paint.bold(vendor)}: ${operations} operations in ${files.length} files; ${did}.`,
    ...section("Changes for those who call it:", changeLines(changes, paint)),
    ...section(
      paint.bad(
        "Not carried. Correct the document with patches, or allow it in errors.json (allow), with the reason:"
      ),
      lossLines(lost, paint)
    ),
    ...section("Not carried, as errors.json allows:", lossLines(allowed, paint)),
    ...section("Worth knowing:", lossLines(noted, paint)),
    ...(check && !isSame
      ? [
          "",
          `The folder is not what the document and errors.json say. Run the command without --check.`,
          ...written.map(({ path }) => `  ${path}`),
          ...gone.map((path) => `  ${path} (to be removed)`)
        ]
      : [])
  ].join("\n")
}

/** The run for a program. */
export const json = (made: Generated, differences: Differences) => ({
  vendor: made.vendor,
  operations: made.operations,
  files: made.files.length,
  written: differences.written.map(({ path }) => path),
  removed: differences.gone,
  edited: differences.edited,
  foreign: differences.foreign,
  breaking: made.changes.some(({ breaking }) => breaking),
  changes: made.changes,
  lost: kindsOf(made.lost),
  allowed: kindsOf(made.allowed),
  noted: kindsOf(made.noted)
})
