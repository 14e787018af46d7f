// What every theme shares: how a page reads, scrolls, zooms and prints. Themes set the variables and the character.
//
// A theme gives --paper, --tint, --ink, --muted, --rule, --accent, --text (the reading face), --label (the face of furniture),
// --measure (the width of a line of text) and --wide (the widest thing on the page). From the fifth level on lists are not
// indented any more: it would leave no room for words on a narrow screen.

export const BASE_CSS = `
:root{color-scheme:light dark;--serif:"Iowan Old Style","Palatino Linotype",Palatino,Charter,"Bitstream Charter","Source Serif 4","Noto Serif",Georgia,serif;
--sans:system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue","Noto Sans",Arial,sans-serif;--mono:ui-monospace,"SF Mono",Consolas,"Liberation Mono",monospace}
@media (prefers-reduced-motion:no-preference){html{scroll-behavior:smooth}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font-family:var(--text);overflow-wrap:break-word;font-kerning:normal;text-rendering:optimizeLegibility}
p,ul,ol,dl,blockquote,figure,h1,h2,h3,h4,h5,h6{margin:0}
img{display:block;max-width:100%;height:auto}
a{color:inherit;text-decoration-line:underline;text-decoration-color:var(--accent);text-decoration-thickness:1px;text-underline-offset:.18em}
a:hover{color:var(--accent)}
:focus-visible{outline:2px solid var(--accent);outline-offset:3px}
main:focus{outline:none}
sup,sub{font-size:.7em;line-height:0}
code{font-family:var(--mono);font-size:.85em;overflow-wrap:anywhere}
.skip{position:absolute;inset-inline-start:1rem;top:-6rem;z-index:1;padding:.6rem 1rem;background:var(--ink);color:var(--paper);font:600 1rem/1.2 var(--label)}
.skip:focus{top:1rem}
.masthead,main,.colophon{max-width:calc(var(--wide) + 3rem);margin-inline:auto;padding-inline:1.5rem}
.head>p,.head>h1,.body>*,.notes,.end-matter>*{max-width:var(--measure);margin-inline:auto}
.publication a{text-decoration-line:none}
.logo{width:auto;max-height:3rem}
@media (prefers-color-scheme:dark){.logo{padding:.4rem .6rem;border-radius:3px;background:#fff}}
.proof{max-width:var(--measure);margin:1.5rem auto 0;padding-block:.4rem;border-block:1px solid currentColor;font:600 .8125rem/1.4 var(--label);text-align:center}
.kicker{color:var(--accent);font-family:var(--label)}
h1,h2,h3,h4,h5,h6,.stamp,.note-head{text-wrap:balance}
.standfirst,.body p,figcaption{text-wrap:pretty}
.byline,.stamps,.notes-line,.note-head,.colophon,table,figcaption,caption{font-family:var(--label);font-variant-numeric:lining-nums tabular-nums}
.person{font-weight:650}
.stamps{display:flex;flex-wrap:wrap;column-gap:1.1em;color:var(--muted)}
h1+.stamps,h1+.byline{margin-block-start:.75rem}
.body p+p,.body>*+*{margin-block-start:1em}
ul,ol{padding-inline-start:1.5em}
li+li,li>ul,li>ol,li p+p{margin-block-start:.35em}
:is(ul,ol) :is(ul,ol) :is(ul,ol) :is(ul,ol) :is(ul,ol){padding-inline-start:0;list-style-position:inside}
li::marker{color:var(--muted);font-variant-numeric:lining-nums}
.body>blockquote,.body>figure,.body>.table,.body>aside{margin-block:1.75em}
blockquote footer,.pull-quote footer{margin-block-start:.6em;color:var(--muted);font-family:var(--label);font-size:.875rem;line-height:1.45}
blockquote footer::before,.pull-quote footer::before{content:"\\2014\\2002"}
.pull-quote p{text-wrap:balance}
figure{max-width:var(--wide)}
.body>figure{max-width:min(var(--wide),100%)}
figure img{margin-inline:auto;background:var(--tint)}
figcaption,caption{font-size:.875rem;line-height:1.45;text-align:start}
figcaption{max-width:var(--measure);margin:.6rem auto 0}
.credit{color:var(--muted)}
.table{overflow-x:auto}
table{min-width:100%;border-collapse:collapse;font-size:.875rem;line-height:1.4}
caption{padding-block-end:.6rem;font-weight:650}
th,td{padding:.5rem 1.1rem .5rem 0;border-block-end:1px solid var(--rule);text-align:start;vertical-align:top;overflow-wrap:normal}
[dir=rtl] :is(th,td){padding-inline:0 1.1rem}
thead th,thead td{border-block-end:1px solid var(--ink);vertical-align:bottom}
th{font-weight:650}
hr{height:auto;border:0;text-align:center;color:var(--muted)}
.body>hr{margin-block:1.9em}
hr::before{content:"*\\2003*\\2003*"}
.fact-box>*+*{margin-block-start:.7em}
.fact-box li+li{margin-block-start:.4em}
.end-matter{margin-block-start:2.5rem}
.end-matter>*+*{margin-block-start:2rem}
.notes h2,.reader-note h2{font:650 .875rem/1.4 var(--label)}
.notes ul{margin-block-start:.6rem;padding:0;list-style:none}
.notes li+li{margin-block-start:.9rem}
.notes li{font-size:1rem;line-height:1.5}
.notes li:target{outline:2px solid var(--accent);outline-offset:.4rem}
.note-head{font-size:.8125rem;line-height:1.5;color:var(--muted)}
.note-head strong{color:var(--ink)}
.notes li p+p{margin-block-start:.2rem}
@media (forced-colors:none){.log .notes{padding:0;border:0;background:none}}
.log .notes h2{font-size:1.25rem}
.log .notes+.notes{margin-block-start:2.25rem}
.log .notes li{margin-block-start:1.1rem;padding-block-start:1.1rem;border-block-start:1px solid var(--rule)}
.log-headline{font-weight:650}
.reader-note h2{margin-block-end:.4rem}
.reader-note p+p{margin-block-start:.6em}
.colophon{margin-block-start:3rem;padding-block:0 3rem;color:var(--muted);font-size:.8125rem;line-height:1.5}
.policies{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;margin-block-end:.75rem;padding:0;list-style:none}
.policies li+li{margin:0}
.record div{display:flex;flex-wrap:wrap;column-gap:.6em}
.record dt::after{content:":"}
.record dd{margin:0;min-width:0;overflow-wrap:anywhere}
.record .print-only{display:none}
:lang(ko){word-break:keep-all}
body:lang(ar),body:lang(fa),body:lang(ur){line-height:1.8}
:lang(ja) em,:lang(zh) em,:lang(ko) em{font-style:normal;text-emphasis:filled dot}
@media (forced-colors:active){.fact-box,.proof,.notes{border:1px solid CanvasText;padding-inline:.75rem}.skip:focus{border:2px solid CanvasText}}
`

/** Right-to-left scripts and other letters than Latin ones are set without letterspacing. Comes after the theme. */
export const SCRIPT_CSS = `
:is([dir=rtl],:lang(ar),:lang(fa),:lang(ur),:lang(ko),:lang(ja),:lang(zh)) :is(.kicker,.dateline,.publication,h1,h2,.byline),:is(.kicker,.dateline,.publication,h1,.byline)[dir=rtl]{letter-spacing:0}
`

/** Black on white, whatever the theme. Comes last. */
export const PRINT_CSS = `
@media print{
@page{margin:18mm 20mm 20mm;@bottom-right{content:counter(page) " / " counter(pages);font:8pt sans-serif}}
:root{color-scheme:light;--paper:#fff;--tint:#fff;--ink:#000;--muted:#000;--rule:#999;--accent:#000}
html{font-size:8.9pt}
body{line-height:1.45;font-size:1.1875rem}
.masthead,main,.colophon{max-width:none;padding-inline:0}
.head>p,.head>h1,.body>*,.notes,.end-matter>*,figcaption,.proof{max-width:none}
.head{padding-block-start:8mm}
.skip{display:none}
h1{font-size:24pt}
p,li,dd{orphans:3;widows:3}
h1,h2,h3,h4,h5,h6,caption,thead,.kicker,.standfirst{break-after:avoid;break-inside:avoid}
figure,tr,blockquote,.pull-quote,.fact-box,.reader-note,.notes li,.record{break-inside:avoid}
figure,.body>figure,.head>figure{max-width:none;width:auto;margin-inline:0}
figure img{max-height:15cm;width:auto}
.logo{max-height:12mm;padding:0}
.table{overflow:visible}
a{text-decoration-line:none}
a[href]:not([href^="#"])::after{content:" (" attr(href) ")";font-family:var(--label);font-size:.8em;font-weight:400;letter-spacing:0;overflow-wrap:anywhere;text-transform:none}
.publication a[href]:not([href^="#"])::after{font-size:.55em}
.record a[href]:not([href^="#"])::after{content:none}
.colophon{margin-block-start:8mm;padding-block-end:0}
.record .print-only{display:flex}
}
`
