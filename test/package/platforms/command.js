/** Runs the probe as a program: Node, Bun, Deno. */
import "./probe.js"

const { BASE_URL, CLOSED_URL } = process.env
console.log(JSON.stringify(await globalThis.probe(BASE_URL, CLOSED_URL)))
process.exit(0)
