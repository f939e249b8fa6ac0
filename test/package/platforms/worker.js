/** Runs the probe in a worker of a browser. */
import "./probe.js"

const parameters = new URLSearchParams(location.search)
globalThis.probe(parameters.get("api"), parameters.get("closed")).then((came) => globalThis.postMessage(came))
