/** The one style sheet: system fonts, colours above 4.5:1 in both schemes, one column that fits 320 px. */
export const STYLE = `
:root { color-scheme: light dark; --ink: #1b1b1f; --soft: #55555f; --paper: #fff; --line: #d5d5dd; --wash: #f5f5f8; --link: #0b4f9e }
@media (prefers-color-scheme: dark) {
  :root { --ink: #ececf1; --soft: #b4b4c0; --paper: #17171b; --line: #3b3b45; --wash: #202027; --link: #8fbdf7 }
}
* { box-sizing: border-box }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere }
header, main, footer { max-width: 60rem; margin: 0 auto; padding: 1rem }
header { display: flex; flex-wrap: wrap; gap: .5rem 1.5rem; align-items: baseline; border-bottom: 1px solid var(--line) }
header .name { font-weight: 700; margin-right: auto }
h1 { font-size: 1.5rem; line-height: 1.25; margin: 0 0 .5rem }
h2 { font-size: 1.125rem; margin: 2rem 0 .5rem }
a { color: var(--link) }
a:focus-visible, iframe:focus-visible, pre:focus-visible { outline: 3px solid var(--link); outline-offset: 2px }
.skip { position: absolute; left: -999rem }
.skip:focus { position: static }
.soft { color: var(--soft) }
ol.mails { list-style: none; margin: 1rem 0; padding: 0; border-top: 1px solid var(--line) }
ol.mails li { padding: .75rem 0; border-bottom: 1px solid var(--line) }
ol.mails a { font-weight: 600; display: inline-block; padding: .125rem 0 }
ol.mails p { margin: 0 }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1rem; margin: 1rem 0 }
dt { color: var(--soft) }
dd { margin: 0 }
nav ul { display: flex; flex-wrap: wrap; gap: .5rem 1.25rem; list-style: none; margin: 0; padding: 0 }
iframe { display: block; width: 100%; height: 70vh; min-height: 20rem; border: 1px solid var(--line); background: #fff; resize: vertical }
pre { margin: 0; padding: 1rem; border: 1px solid var(--line); background: var(--wash); white-space: pre-wrap; font: .9375rem/1.5 ui-monospace, monospace }
@media (max-width: 30rem) { dl { grid-template-columns: 1fr; gap: 0 } dd { margin-bottom: .5rem } }
`
