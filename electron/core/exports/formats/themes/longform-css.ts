// Longform: a page to stay with. A wide opening, large type on a narrow measure, as little furniture as honesty allows.

export const LONGFORM_CSS = `
:root{--paper:#fdfcf8;--tint:#f3f0e6;--ink:#201d18;--muted:#68604f;--rule:#ddd6c5;--accent:#0d5f4d;--text:var(--serif);--label:var(--sans);--measure:37rem;--wide:66rem}
@media (prefers-color-scheme:dark){:root{--paper:#14130f;--tint:#1e1c17;--ink:#ebe6da;--muted:#b0a792;--rule:#3a362c;--accent:#7fd1bb}}
@media (prefers-contrast:more){:root{--muted:var(--ink);--rule:var(--ink)}}
body{font-size:clamp(1.1875rem,1.1rem + .4vw,1.375rem);line-height:1.62;font-variant-numeric:oldstyle-nums}
.masthead{padding-block:1rem}
.publication{font:italic 400 1.25rem/1.3 var(--serif);text-align:center}
.logo{margin-inline:auto}
.head{padding-block-start:clamp(1.75rem,6vw,4.5rem)}
.head>p,.head>h1{text-align:center}
.head>h1{max-width:52rem}
.kicker{font-size:.8125rem;line-height:1.4;font-weight:600;letter-spacing:.14em;text-transform:uppercase}
h1{font-size:clamp(2.125rem,1.3rem + 4vw,4rem);line-height:1.06;font-weight:400;letter-spacing:-.02em}
.kicker+h1{margin-block-start:.9rem}
.standfirst{margin-block-start:1.25rem;color:var(--muted);font-size:clamp(1.25rem,1.1rem + .7vw,1.5rem);line-height:1.4;font-style:italic}
.byline,.stamps,.notes-line{font-size:.875rem;line-height:1.55}
.byline{margin-block-start:1.75rem}
.byline::before{content:"";display:block;width:3rem;margin:0 auto 1.4rem;border-block-start:1px solid var(--accent)}
.stamps{justify-content:center}
.notes-line{margin-block-start:.35rem}
.body{padding-block:clamp(2rem,5vw,3.5rem) 0}
.dateline{font-size:.8em;letter-spacing:.08em;text-transform:uppercase}
article:not(.log)>.body>p:first-child:not(:has(.dateline)):not(:lang(ko),:lang(ja),:lang(zh),:lang(ar),:lang(fa),:lang(ur),:lang(he)){min-height:4.9em}
article:not(.log)>.body>p:first-child:not(:has(.dateline)):not(:lang(ko),:lang(ja),:lang(zh),:lang(ar),:lang(fa),:lang(ur),:lang(he))::first-letter{initial-letter:3;margin-inline-end:.12em;color:var(--accent);font-weight:400}
h2,h3,h4,h5,h6{line-height:1.2;font-weight:600}
.body>h2{margin-block-start:2.4em;font-size:1.6875rem;font-weight:400;text-align:center}
.body>h3{margin-block-start:2em;font-size:1.375rem;font-style:italic}
.body>h4,.body>h5,.body>h6{margin-block-start:1.8em;font-family:var(--sans);font-size:1rem}
.body>:is(h2,h3,h4,h5,h6)+*{margin-block-start:.6em}
blockquote{padding-inline:1.6em 1em;font-style:italic}
blockquote footer{font-style:normal}
.body>.pull-quote{max-width:48rem;margin-block:2.6em;text-align:center}
.pull-quote p{font-size:clamp(1.625rem,1.2rem + 1.8vw,2.25rem);line-height:1.25;font-style:italic;letter-spacing:-.01em}
.pull-quote::before{content:"";display:block;width:3rem;margin:0 auto 1.4rem;border-block-start:1px solid var(--accent)}
.head>figure{margin:clamp(1.75rem,4vw,3rem) auto 0}
.body>figure{max-width:min(54rem,100%);margin-block:2.4em}
figcaption{text-align:center}
.body>hr{margin-block:2.4em}
.fact-box{padding:1.35rem 1.6rem 1.6rem;border-radius:3px;background:var(--tint);font-family:var(--sans);font-size:.9375rem;line-height:1.55;font-variant-numeric:lining-nums}
.fact-box :is(h2,h3,h4,h5,h6){font-size:1.0625rem}
.reader-note{padding-block-start:1.1rem;border-block-start:1px solid var(--rule);font-size:1.0625rem;font-style:italic}
.reader-note h2{font-style:normal}
.notes{padding-block:1.1rem 1.3rem;border-block:1px solid var(--accent)}
.notes li{font-size:1.0625rem}
.notes-high,.retraction{margin-block-start:2.25rem}
.retraction h2{font:400 1.6875rem/1.25 var(--serif)}
.retraction li{font-size:1.25rem;line-height:1.55}
.colophon{max-width:calc(var(--measure) + 3rem)}
.colophon::before{content:"";display:block;margin-block-end:.9rem;border-block-start:1px solid var(--rule)}
@media print{.head>p,.head>h1{text-align:start}.byline::before{margin-inline:0}.stamps{justify-content:start}.fact-box{padding-inline:0;border-block:1px solid #999}}
`
