/** The report's own style: on screen and on paper; nothing is fetched. */
export const STYLE = `
:root { color-scheme: light; }
body { font: 15px/1.5 system-ui, sans-serif; color: #111; background: #fff; max-width: 62rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.6rem; } h2 { font-size: 1.15rem; margin: 2.2rem 0 .4rem; }
table { border-collapse: collapse; width: 100%; font-size: .86rem; margin: .6rem 0; }
th, td { border-bottom: 1px solid #ccc; padding: .25rem .5rem; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
td.number { text-align: right; white-space: nowrap; }
a { color: #005a8f; }
.made { color: #444; font-size: .86rem; margin: .2rem 0; }
.outcome { border: 1px solid #555; border-radius: .3rem; padding: 0 .4rem; font-weight: 600; }
code { font-size: .85em; overflow-wrap: anywhere; }
blockquote { margin: .3rem 0; padding-left: .8rem; border-left: 3px solid #999; }
svg { width: 100%; height: auto; } svg.bound { max-width: 26rem; display: block; }
section { break-inside: avoid-page; }
@media print { body { margin: 0; max-width: none; font-size: 11px; } a { color: inherit; } }
`;
