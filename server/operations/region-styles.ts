/** The page's style: the colours and sizes of the app (src/screens/design/tokens.css), without its fonts. */
export const styles = `
:root {
  color-scheme: light dark;
  --paper: #fbfaf5; --sheet: #ffffff; --rule: #e2ddd0; --ink: #1c2430; --ink-2: #525c69;
  --pen: #1d3fae; --act: #b3261e; --act-soft: #fbeae8; --ok: #2b6b3f;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #12161c; --sheet: #191f27; --rule: #2b333e; --ink: #e9ecf1; --ink-2: #a9b3c0;
    --pen: #9db6ff; --act: #ff9a90; --act-soft: #3a2220; --ok: #86d19d;
  }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.45 system-ui, sans-serif; }
header, main { padding: 16px; max-width: 1600px; margin: 0 auto; overflow-wrap: break-word; }
main { padding-top: 0; }
h1 { font-size: 30px; line-height: 1.2; margin: 8px 0; }
h2 { font-size: 22px; line-height: 1.25; margin: 24px 0 12px; }
p { margin: 0 0 8px; }
header p, .more, small { color: var(--ink-2); }
small { display: block; font-size: 14px; font-weight: 400; }
a { color: var(--pen); }
a:focus-visible { outline: 3px solid var(--pen); outline-offset: 2px; border-radius: 2px; }
ul { list-style: none; margin: 0; padding: 0; }
li { background: var(--act-soft); border-left: 4px solid var(--act); padding: 10px 12px; margin: 0 0 8px; }
li a { font-weight: 600; }
.calm { border-left: 4px solid var(--ok); padding: 10px 12px; }
.more { max-width: 75ch; margin-top: 16px; }
table { border-collapse: collapse; width: 100%; background: var(--sheet); border: 1px solid var(--rule); }
th, td { text-align: left; vertical-align: top; padding: 10px 12px; border-bottom: 1px solid var(--rule); }
thead th { position: sticky; top: 0; background: var(--sheet); font-size: 14px; color: var(--ink-2); }
tr { scroll-margin-top: 80px; }
th:first-child { width: 24%; overflow-wrap: anywhere; }
tbody th { font-weight: 400; }
tr.marked > th { border-left: 4px solid var(--act); }
tr:target { background: var(--act-soft); }
@media (max-width: 900px) {
  table, tbody, tr, th, td { display: block; border: 0; }
  th:first-child { width: auto; }
  table { background: none; }
  thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  tbody tr { background: var(--sheet); border: 1px solid var(--rule); margin: 0 0 12px; padding: 8px 0; }
  tr.marked { border-left: 4px solid var(--act); }
  tr.marked > th { border-left: 0; }
  td { display: flex; gap: 12px; padding: 6px 12px; }
  td::before { content: attr(data-column) / ""; flex: 0 0 38%; color: var(--ink-2); font-size: 14px; }
}
`
