/** The statements of a file. */
import { tokens } from "./pieces.ts"

/** Words that begin a statement. */
const starts = /^(export|import|const|class|type|interface|it)\b/

/** The statements of a file, each with whether a blank line is before it. A comment belongs to the statement below it. */
export const statementsIn = (
  code: string
): ReadonlyArray<{ readonly text: string; readonly apart: boolean }> => {
  const found: Array<{ text: string; apart: boolean }> = []
  let [depth, space, isComment] = [0, "\n\n", false]
  for (const token of code.trim().match(tokens) ?? []) {
    if (token.trim() === "") space += token
    else {
      const last = found.at(-1)
      const begins = depth === 0 && space.includes("\n") && (starts.test(token) || token.startsWith("/*"))
      if (last === undefined || (begins && !isComment))
        found.push({ text: token, apart: space.includes("\n\n") })
      else last.text += space + token
      depth += "([{".includes(token) ? 1 : ")]}".includes(token) ? -1 : 0
      ;[space, isComment] = ["", depth === 0 && token.startsWith("/*")]
    }
  }
  return found
}
