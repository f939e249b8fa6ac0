/** The stylesheet of the page: light and dark, from a phone's width up. Every text has a contrast of 4.5 or more in both. */

const colors = `
:root { --back: #ffffff; --text: #1b1b1f; --faint: #55565c; --line: #c9cad1; --link: #0b4fb3; --good: #0f5c1a; --odd: #7a4300; --bad: #a00d16; }
@media (prefers-color-scheme: dark) {
  :root { --back: #15161a; --text: #ececf1; --faint: #b4b6c0; --line: #43454e; --link: #8db9ff; --good: #8ddb98; --odd: #ffc887; --bad: #ffa3a3; }
}`

const base = `
* { box-sizing: border-box; }
html { color-scheme: light dark; }
body { margin: 0 auto; max-width: 80rem; padding: 0.75rem; background: var(--back); color: var(--text); font: 1rem/1.45 system-ui, sans-serif; overflow-wrap: anywhere; }
h1 { font-size: 1.4rem; margin: 0; } h2 { font-size: 1.2rem; margin: 1.5rem 0 0.5rem; } h3 { font-size: 1rem; margin: 1rem 0 0.25rem; }
p { margin: 0.25rem 0; } ul, ol { padding: 0; margin: 0; list-style: none; }
a { color: var(--link); }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
.skip { position: absolute; left: -100rem; } .skip:focus { position: static; }
nav ul { display: flex; flex-wrap: wrap; gap: 0.25rem 1rem; } nav a { display: inline-block; padding: 0.25rem 0; }
#status, .facts, .of { color: var(--faint); } .of { font-weight: normal; }
.trouble { color: var(--bad); } .trouble:empty { display: none; }
button, input { font: inherit; color: inherit; background: var(--back); border: 1px solid var(--faint); border-radius: 0.25rem; padding: 0.3rem 0.7rem; min-height: 2rem; }
button { cursor: pointer; white-space: nowrap; } button:hover { border-color: var(--link); color: var(--link); }
input[type="radio"] { min-height: 0; } input[type="text"] { width: 100%; }
.badge { border: 1px solid currentColor; border-radius: 0.25rem; padding: 0 0.35rem; white-space: nowrap; }
.good { color: var(--good); } .odd { color: var(--odd); } .bad { color: var(--bad); } .plain { color: var(--faint); }
.failures > li { border-top: 1px solid var(--line); padding: 0.25rem 0 0.75rem; } .pauses > li { padding: 0.35rem 0; }
dialog { width: min(46rem, calc(100vw - 1.5rem)); max-height: calc(100vh - 1.5rem); background: var(--back); color: var(--text); border: 1px solid var(--faint); border-radius: 0.4rem; padding: 1rem; }
dialog h2 { margin-top: 0; } dialog fieldset { border: 1px solid var(--line); margin: 0.5rem 0; } dialog label { display: block; padding: 0.25rem 0; }
pre { white-space: pre-wrap; max-height: 60vh; overflow-y: auto; border: 1px solid var(--line); padding: 0.5rem; font-size: 0.875rem; }
.buttons { display: flex; gap: 0.5rem; margin-top: 0.75rem; } [hidden] { display: none; }`

const tables = `
table { border-collapse: collapse; width: 100%; } caption { text-align: left; color: var(--faint); padding: 0.25rem 0; }
th, td { text-align: left; vertical-align: top; padding: 0.35rem 0.6rem 0.35rem 0; border-top: 1px solid var(--line); } th { font-weight: 600; } thead th { overflow-wrap: normal; }
@media (max-width: 48rem) {
  table, tbody, tr, th, td, caption { display: block; }
  thead { position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden; }
  tr { border-top: 1px solid var(--line); padding: 0.4rem 0; } th, td { border: 0; padding: 0.15rem 0; }
  td { display: grid; grid-template-columns: 8.5rem minmax(0, 1fr); } td::before { content: attr(data-label); color: var(--faint); }
}
@media (prefers-reduced-motion: reduce) { * { scroll-behavior: auto !important; transition: none !important; animation: none !important; } }`

/** The whole of it. */
export const style = `${colors}${base}${tables}\n`
