// The page's own style: paper and ink. A constant, so that the policy can name it by its hash; nothing from users ever enters it.

/** About 68 characters of a book face at the size of the body text (33 times 1.1875rem). */
const MEASURE = '39rem'

const PAGE_CSS = `
:root{color-scheme:light dark;--paper:#fbfaf7;--tint:#f3f1ea;--ink:#1c1b19;--muted:#625e56;--rule:#d9d5ca;--accent:#1d4ed8;
--serif:"Iowan Old Style","Palatino Linotype",Palatino,Charter,"Bitstream Charter","Source Serif 4","Noto Serif",Georgia,serif;
--sans:system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;--mono:ui-monospace,"SF Mono",Consolas,"Liberation Mono",monospace}
@media (prefers-color-scheme:dark){:root{--paper:#171614;--tint:#201f1c;--ink:#ece9e2;--muted:#aca699;--rule:#3d3a34;--accent:#a3b8ff}}
@media (prefers-contrast:more){:root{--muted:var(--ink);--rule:var(--ink)}}
@media (prefers-reduced-motion:no-preference){html{scroll-behavior:smooth}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font-family:var(--serif);font-size:1.1875rem;line-height:1.55;overflow-wrap:break-word;font-kerning:normal;font-variant-numeric:oldstyle-nums;text-rendering:optimizeLegibility}
p,ul,ol,dl,blockquote,figure,h1,h2,h3,h4,h5,h6{margin:0}
img{display:block;max-width:100%;height:auto}
a{color:inherit;text-decoration-line:underline;text-decoration-color:var(--accent);text-decoration-thickness:1px;text-underline-offset:.18em}
a:hover{color:var(--accent)}
:focus-visible{outline:2px solid var(--accent);outline-offset:3px}
main:focus{outline:none}
sup,sub{font-size:.7em;line-height:0}
code{font-family:var(--mono);font-size:.85em;overflow-wrap:anywhere}
.skip{position:absolute;inset-inline-start:1rem;top:-6rem;padding:.6rem 1rem;background:var(--ink);color:var(--paper);font:600 1rem/1.2 var(--sans)}
.skip:focus{top:1rem}
.masthead,main,.colophon{max-width:calc(46rem + 3rem);margin-inline:auto;padding-inline:1.5rem}
.masthead{padding-block:1.1rem .9rem}
.masthead::after{content:"";display:block;margin-block-start:.9rem;border-block:1px solid var(--ink);height:4px}
.publication{font-size:1.375rem;line-height:1.2;font-weight:700;letter-spacing:-.01em;text-align:center}
.publication a{text-decoration-line:none}
.proof{max-width:${MEASURE};margin:1.5rem auto 0;padding-block:.4rem;border-block:1px solid currentColor;font:600 .8125rem/1.4 var(--sans);text-align:center}
.head{padding-block-start:clamp(1.5rem,4vw,2.75rem)}
.head>p,.head>h1,.body>*,.end-matter>*{max-width:${MEASURE};margin-inline:auto}
.kicker{color:var(--accent);font-family:var(--sans);font-size:.8125rem;line-height:1.4;font-weight:650;letter-spacing:.06em;text-transform:uppercase}
h1{font-size:clamp(1.875rem,1.35rem + 2.4vw,2.5rem);line-height:1.1;font-weight:700;letter-spacing:-.015em;text-wrap:balance}
.kicker+h1{margin-block-start:.6rem}
.standfirst{margin-block-start:1rem;color:var(--ink);font-size:1.3125rem;line-height:1.42;text-wrap:pretty}
.byline,.stamps{font-family:var(--sans);font-size:.875rem;line-height:1.5;font-variant-numeric:lining-nums tabular-nums}
.byline{margin-block-start:1.5rem;padding-block-start:.85rem;border-block-start:1px solid var(--rule)}
.person{font-weight:650}
.stamps{display:flex;flex-wrap:wrap;column-gap:1.1em;color:var(--muted)}
.body{padding-block:1.75rem 0}
.body p{text-wrap:pretty}
.body p+p{margin-block-start:1em}
.body>*+*{margin-block-start:1em}
.dateline{font-family:var(--sans);font-size:.78em;font-weight:600;letter-spacing:.045em;text-transform:uppercase}
h2,h3,h4,h5,h6{line-height:1.25;text-wrap:balance}
.body>h2{margin-block-start:2.1em;font-size:1.375rem}
.body>h3{margin-block-start:1.9em;font-size:1.1875rem}
.body>h4,.body>h5,.body>h6{margin-block-start:1.7em;font-family:var(--sans);font-size:1rem}
.body>:is(h2,h3,h4,h5,h6)+*{margin-block-start:.55em}
ul,ol{padding-inline-start:1.5em}
li+li,li>ul,li>ol,li p+p{margin-block-start:.35em}
li::marker{color:var(--muted);font-variant-numeric:lining-nums}
blockquote{padding-inline-start:1.35em;border-inline-start:2px solid var(--rule)}
.body>blockquote,.body>figure,.body>.table,.body>aside{margin-block:1.75em}
blockquote footer,.pull-quote footer{margin-block-start:.6em;color:var(--muted);font-family:var(--sans);font-size:.875rem;line-height:1.45}
blockquote footer::before,.pull-quote footer::before{content:"\\2014\\2002"}
.pull-quote{padding-block:1.1rem 1.2rem;border-block:1px solid var(--ink)}
.body>.pull-quote{margin-block:2.1em}
.pull-quote p{font-size:1.5rem;line-height:1.3;font-style:italic;text-wrap:balance}
figure{max-width:46rem}
.head>figure{margin:1.75rem auto 0}
.body>figure{max-width:min(46rem,100%)}
figure img{margin-inline:auto;background:var(--tint)}
figcaption,caption{font-family:var(--sans);font-size:.875rem;line-height:1.45;text-align:start;text-wrap:pretty}
figcaption{max-width:${MEASURE};margin:.6rem auto 0}
.credit{color:var(--muted)}
.table{overflow-x:auto}
table{min-width:100%;border-collapse:collapse;font-family:var(--sans);font-size:.875rem;line-height:1.4;font-variant-numeric:lining-nums tabular-nums}
caption{padding-block-end:.6rem;font-weight:650}
th,td{padding:.5rem 1.1rem .5rem 0;border-block-end:1px solid var(--rule);text-align:start;vertical-align:top;overflow-wrap:normal}
[dir=rtl] :is(th,td){padding-inline:0 1.1rem}
thead th,thead td{border-block-end:1px solid var(--ink);vertical-align:bottom}
th{font-weight:650}
hr{height:auto;border:0;text-align:center;color:var(--muted)}
.body>hr{margin-block:1.9em}
hr::before{content:"*\\2003*\\2003*"}
.fact-box{padding:1.1rem 1.35rem 1.35rem;border-block-start:3px solid var(--ink);background:var(--tint);font-family:var(--sans);font-size:.9375rem;line-height:1.5;font-variant-numeric:lining-nums}
.fact-box>*+*{margin-block-start:.7em}
.fact-box :is(h2,h3,h4,h5,h6){font-size:1.0625rem}
.fact-box li+li{margin-block-start:.4em}
.end-matter{margin-block-start:2.5rem}
.reader-note{padding-block-start:.9rem;border-block-start:1px solid var(--rule);font-size:1rem;font-style:italic}
.reader-note h2{margin-block-end:.4rem;font:650 .875rem/1.4 var(--sans)}
.reader-note p+p{margin-block-start:.6em}
.colophon{margin-block-start:3rem;padding-block:0 3rem;color:var(--muted);font-family:var(--sans);font-size:.8125rem;line-height:1.5;font-variant-numeric:lining-nums tabular-nums}
.colophon::before{content:"";display:block;margin-block-end:.9rem;border-block-start:1px solid var(--ink)}
.policies{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;margin-block-end:.75rem;padding:0;list-style:none}
.policies li+li{margin:0}
.record div{display:flex;flex-wrap:wrap;column-gap:.6em}
.record dt::after{content:":"}
.record dd{margin:0;min-width:0;overflow-wrap:anywhere}
.record .print-only{display:none}
[dir=rtl] :is(.kicker,.dateline,h1,.publication),:is(.kicker,.dateline,h1,.publication)[dir=rtl]{letter-spacing:0}
:lang(ko){word-break:keep-all}
body:lang(ar),body:lang(fa),body:lang(ur){line-height:1.8}
:lang(ja) em,:lang(zh) em,:lang(ko) em{font-style:normal;text-emphasis:filled dot}
@media (forced-colors:active){.fact-box,.proof{border:1px solid CanvasText}.skip:focus{border:2px solid CanvasText}}
@media print{
@page{margin:18mm 20mm 20mm;@bottom-right{content:counter(page) " / " counter(pages);font:8pt sans-serif}}
:root{color-scheme:light;--paper:#fff;--tint:#fff;--ink:#000;--muted:#000;--rule:#999;--accent:#000}
html{font-size:8.9pt}
body{line-height:1.45}
.masthead,main,.colophon{max-width:none;padding-inline:0}
.head>p,.head>h1,.body>*,.end-matter>*,figcaption,.proof{max-width:none}
.head{padding-block-start:10mm}
.skip{display:none}
h1{font-size:24pt}
p,li,dd{orphans:3;widows:3}
h1,h2,h3,h4,h5,h6,caption,thead,.kicker,.standfirst{break-after:avoid;break-inside:avoid}
figure,tr,blockquote,.pull-quote,.fact-box,.reader-note,.record{break-inside:avoid}
figure,.body>figure{max-width:none}
figure img{max-height:15cm;width:auto}
.table{overflow:visible}
.fact-box{padding-inline:0;border-block-end:1px solid #999}
a{text-decoration-line:none}
a[href]:not([href^="#"])::after{content:" (" attr(href) ")";font-family:var(--sans);font-size:.8em;font-weight:400;letter-spacing:0;overflow-wrap:anywhere;text-transform:none}
.publication a[href]:not([href^="#"])::after{font-size:.55em}
.record a[href]:not([href^="#"])::after{content:none}
.colophon{margin-block-start:8mm;padding-block-end:0}
.record .print-only{display:flex}
}
`

export const pageCss = (_theme: string): string => PAGE_CSS
