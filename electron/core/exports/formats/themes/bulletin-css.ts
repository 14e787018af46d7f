// Bulletin: a news site's page. Sans throughout, flush with one edge, a strong line over everything that opens a part.

export const BULLETIN_CSS = `
:root{--paper:#fff;--tint:#f2f4f6;--ink:#14171c;--muted:#555c66;--rule:#d5dae0;--accent:#b3141c;--text:var(--sans);--label:var(--sans);--measure:42rem;--wide:42rem}
@media (prefers-color-scheme:dark){:root{--paper:#101215;--tint:#1b1e23;--ink:#eceef1;--muted:#a7aeb8;--rule:#363b43;--accent:#ff9a93}}
@media (prefers-contrast:more){:root{--muted:var(--ink);--rule:var(--ink)}}
body{font-size:1.0625rem;line-height:1.6;font-variant-numeric:lining-nums}
.masthead{max-width:none;padding-inline:0;border-block-end:1px solid var(--rule)}
.masthead::before{content:"";display:block;height:5px;background:var(--accent)}
.publication{max-width:calc(var(--wide) + 3rem);margin-inline:auto;padding:.8rem 1.5rem;font-size:1.25rem;line-height:1.2;font-weight:800;letter-spacing:-.02em}
.head{padding-block-start:clamp(1.5rem,3.5vw,2.5rem)}
.kicker{font-size:.875rem;line-height:1.4;font-weight:700}
h1{font-size:clamp(1.75rem,1.3rem + 2.2vw,2.625rem);line-height:1.12;font-weight:800;letter-spacing:-.025em}
.kicker+h1{margin-block-start:.35rem}
.standfirst{margin-block-start:.9rem;color:var(--muted);font-size:1.25rem;line-height:1.4}
.byline,.stamps,.notes-line{font-size:.875rem;line-height:1.5}
.byline{margin-block-start:1.35rem}
.notes-line{margin-block-start:.6rem;padding:.45rem .75rem;border-inline-start:4px solid var(--accent);background:var(--tint)}
.body{padding-block:1.5rem 0}
.dateline{font-weight:700}
h2,h3,h4,h5,h6{line-height:1.25;letter-spacing:-.01em}
.body>h2{margin-block-start:2em;font-size:1.4375rem;font-weight:800}
.body>h3{margin-block-start:1.8em;font-size:1.1875rem}
.body>h4,.body>h5,.body>h6{margin-block-start:1.6em;font-size:1.0625rem}
.body>:is(h2,h3,h4,h5,h6)+*{margin-block-start:.5em}
blockquote{padding:.1rem 0 .1rem 1.1rem;border-inline-start:4px solid var(--rule)}
[dir=rtl] blockquote{padding:.1rem 1.1rem .1rem 0}
.pull-quote{padding-block-start:.9rem;border-block-start:5px solid var(--accent)}
.pull-quote p{font-size:1.5rem;line-height:1.28;font-weight:700;letter-spacing:-.015em}
.head>figure{margin:1.5rem auto 0}
figcaption{padding-inline-start:.7rem;border-inline-start:2px solid var(--rule)}
tbody tr:nth-child(even) :is(th,td){background:var(--tint)}
th,td,[dir=rtl] :is(th,td){padding:.5rem .7rem}
.fact-box{padding:1.1rem 1.25rem 1.3rem;border-block-start:5px solid var(--ink);background:var(--tint);font-size:1rem;line-height:1.5}
.fact-box :is(h2,h3,h4,h5,h6){font-size:1.0625rem}
.reader-note{padding-block-start:.9rem;border-block-start:1px solid var(--rule);font-size:.9375rem}
.notes{padding:1rem 1.25rem 1.15rem;border-inline-start:5px solid var(--accent);background:var(--tint)}
.notes h2{font-size:1rem}
.notes-high,.retraction{margin-block-start:1.5rem}
.retraction h2{font-size:1.375rem;line-height:1.25;font-weight:800}
.retraction li{font-size:1.0625rem;line-height:1.6}
.colophon::before{content:"";display:block;margin-block-end:.9rem;border-block-start:1px solid var(--rule)}
@media print{.publication{max-width:none;padding-inline:0}.masthead::before{height:2px}.fact-box,.notes{padding-inline:0;background:none;border-inline-start:0;border-block:1px solid #999}.notes-line{padding:0;border:0;background:none}tbody tr:nth-child(even) :is(th,td){background:none}th,td,[dir=rtl] :is(th,td){padding-inline:0 .7rem}}
`
