/** Draws what has changed, as browsers run it: an element that stays is never replaced, so that focus and selection stay too. */
export const drawing = String.raw`
const byId = (id) => document.getElementById(id)
const isLayout = (node) => node.nodeType === 3 && node.data.includes("\n") && node.data.trim() === ""
const keyOf = (node) => (node && node.nodeType === 1 ? node.dataset.key : undefined)
const leave = (node) => {
  const title = node.contains(document.activeElement) && node.parentElement.closest("section").querySelector("h2")
  node.remove()
  if (title) title.focus()
}
const morph = (old, fresh) => {
  if (old.nodeType === 3) return void (old.data === fresh.data || (old.data = fresh.data))
  for (const { name } of [...old.attributes]) if (!fresh.hasAttribute(name)) old.removeAttribute(name)
  for (const { name, value } of fresh.attributes) if (old.getAttribute(name) !== value) old.setAttribute(name, value)
  morphChildren(old, fresh)
}
const morphChildren = (old, fresh) => {
  for (const parent of [old, fresh]) for (const node of [...parent.childNodes]) if (isLayout(node)) node.remove()
  const wanted = new Set([...fresh.children].map(keyOf))
  for (const node of [...old.children]) if (keyOf(node) !== undefined && !wanted.has(keyOf(node))) leave(node)
  const keyed = new Map([...old.children].map((node) => [keyOf(node), node]))
  let at = old.firstChild
  for (const next of [...fresh.childNodes]) {
    const key = keyOf(next)
    const found = key === undefined ? (keyOf(at) === undefined ? at : null) : keyed.get(key)
    keyed.delete(key)
    if (!found || found.nodeName !== next.nodeName) {
      old.insertBefore(next, at)
      continue
    }
    if (found === at) at = at.nextSibling
    else old.insertBefore(found, at)
    morph(found, next)
  }
  while (at) {
    const gone = at
    at = at.nextSibling
    gone.nodeType === 1 ? leave(gone) : gone.remove()
  }
}
const draw = ({ html, id }) => {
  const template = document.createElement("template")
  template.innerHTML = html
  morphChildren(byId(id), template.content)
}`
