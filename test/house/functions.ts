/** How long the functions of a file are: the lines of code of each, blank lines and comments not counted. */
import { isFunction, type Node, within } from "../../scripts/syntax.ts"
import { inVendor } from "./floors.ts"
import type { Found } from "./rules.ts"
import type { Source } from "./source.ts"

/** The longest that a function may be. */
export const longestFunction = 30

const lineAt = (text: string, index: number): number => text.slice(0, index).split("\n").length

const linesOf = (code: string, { end, start }: Node): number =>
  code
    .slice(start, end)
    .split("\n")
    .filter((line) => line.trim() !== "").length

/**
 * Functions that are too long, by the line on which each begins. A table at the top of a module is no function, and neither is what
 * a description was written out as: how many fields an object has is the vendor's affair.
 */
export const longFunctions = ({ code, path, tree }: Pick<Source, "code" | "path" | "tree">): Found =>
  (inVendor(path) === "surface" ? [] : tree())
    .flatMap((statement) => within(statement))
    .filter(isFunction)
    .flatMap((node) => {
      const lines = linesOf(code, node)
      return lines > longestFunction
        ? [
            [
              lineAt(code, node.start),
              `a function of ${lines} lines, the ceiling is ${longestFunction}: give a part of it a name`
            ] as const
          ]
        : []
    })
