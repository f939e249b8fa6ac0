/** Keeps the token for as long as its tab lives, and listens to the console, as browsers run it. */
export const listening = String.raw`
const tokenKey = "faultline-console"
const takeToken = () => {
  const found = location.hash.slice(1)
  if (!/^[\w-]{32,}$/.test(found)) return false
  sessionStorage.setItem(tokenKey, found)
  history.replaceState(null, "", location.pathname)
  return true
}
takeToken()
addEventListener("hashchange", () => { if (takeToken()) location.reload() })
const headers = () => ({ authorization: "Bearer " + sessionStorage.getItem(tokenKey) })
const status = (text) => { if (byId("status").textContent !== text) byId("status").textContent = text }
const pause = (millis) => new Promise((resolve) => setTimeout(resolve, millis))
const receive = (event) => {
  const data = event.split("\n").filter((line) => line.startsWith("data: ")).map((line) => line.slice(6)).join("\n")
  if (data !== "") for (const section of JSON.parse(data)) draw(section)
}
const listen = async () => {
  const gone = new AbortController()
  let silence
  // The server says something every few seconds: one that is silent is gone.
  const alive = () => { clearTimeout(silence); silence = setTimeout(() => gone.abort(), 15000) }
  try {
    alive()
    const response = await fetch("/live", { headers: headers(), cache: "no-store", signal: gone.signal })
    if (response.status === 401) return "refused"
    if (!response.ok) return await response.text()
    status("Live.")
    let text = ""
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader()
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return "ended"
      alive()
      const events = (text + value).split("\n\n")
      text = events.pop()
      events.forEach(receive)
    }
  } catch { return "lost" } finally { clearTimeout(silence) }
}
const stayConnected = async () => {
  for (let wait = 250; ; wait = Math.min(wait * 2, 4000)) {
    const began = performance.now()
    const how = await listen()
    if (how === "refused") return status("The token is missing or not the present one: open the address that the console printed when it started.")
    if (performance.now() - began > 4000) wait = 250
    status(how === "ended" || how === "lost" ? "The connection is lost; trying to connect." : how)
    await pause(wait)
  }
}`
