/** The script of the page. */
import { deciding } from "./deciding.ts"
import { drawing } from "./drawing.ts"
import { listening } from "./listening.ts"

/** The whole of it. */
export const script = `"use strict"${drawing}${listening}${deciding}`
