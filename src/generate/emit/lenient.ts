/** Schemas that have no other in them, as they come: whatever their bounds are. */
import { type Leaf, texts } from "./pieces.ts"

/** The code of what comes. */
export const lenientLeaf = (node: Leaf): string => {
  switch (node.kind) {
    case "string":
    case "day":
    case "bytes":
      return "Schema.String"
    case "int":
    case "number":
      return "Schema.Finite"
    case "enum":
      return `words(${texts(node.values)})`
    case "values":
      return `Schema.${node.values.every((value) => typeof value === "number") ? "Finite" : "Boolean"}`
    case "boolean":
      return "Schema.Boolean"
    case "moment":
      return "Schema.DateTimeUtcFromString"
    case "any":
    case "given":
      return "Schema.Unknown"
  }
}
