// Broadsheet: paper and ink. A serif page under a centred name and a double rule.

export const BROADSHEET_CSS = `
:root{--paper:#fbfaf7;--tint:#f3f1ea;--ink:#1c1b19;--muted:#625e56;--rule:#d9d5ca;--accent:#1d4ed8;--text:var(--serif);--label:var(--sans);--measure:39rem;--wide:46rem}
@media (prefers-color-scheme:dark){:root{--paper:#171614;--tint:#201f1c;--ink:#ece9e2;--muted:#aca699;--rule:#3d3a34;--accent:#a3b8ff}}
@media (prefers-contrast:more){:root{--muted:var(--ink);--rule:var(--ink)}}
body{font-size:1.1875rem;line-height:1.55;font-variant-numeric:oldstyle-nums}
.masthead{padding-block:1.1rem .9rem}
.masthead::after{content:"";display:block;margin-block-start:.9rem;border-block:1px solid var(--ink);height:4px}
.publication{font-size:1.375rem;line-height:1.2;font-weight:700;letter-spacing:-.01em;text-align:center}
.logo{margin-inline:auto}
.head{padding-block-start:clamp(1.5rem,4vw,2.75rem)}
.kicker{font-size:.8125rem;line-height:1.4;font-weight:650;letter-spacing:.06em;text-transform:uppercase}
h1{font-size:clamp(1.875rem,1.35rem + 2.4vw,2.5rem);line-height:1.1;font-weight:700;letter-spacing:-.015em}
.kicker+h1{margin-block-start:.6rem}
.standfirst{margin-block-start:1rem;font-size:1.3125rem;line-height:1.42}
.byline,.stamps,.notes-line{font-size:.875rem;line-height:1.5}
.byline{margin-block-start:1.5rem;padding-block-start:.85rem;border-block-start:1px solid var(--rule)}
.notes-line{margin-block-start:.35rem}
.body{padding-block:1.75rem 0}
.dateline{font-family:var(--sans);font-size:.78em;font-weight:600;letter-spacing:.045em;text-transform:uppercase}
h2,h3,h4,h5,h6{line-height:1.25}
.body>h2{margin-block-start:2.1em;font-size:1.375rem}
.body>h3{margin-block-start:1.9em;font-size:1.1875rem}
.body>h4,.body>h5,.body>h6{margin-block-start:1.7em;font-family:var(--sans);font-size:1rem}
.body>:is(h2,h3,h4,h5,h6)+*{margin-block-start:.55em}
blockquote{padding-inline-start:1.35em;border-inline-start:2px solid var(--rule)}
.pull-quote{padding-block:1.1rem 1.2rem;border-block:1px solid var(--ink)}
.body>.pull-quote{margin-block:2.1em}
.pull-quote p{font-size:1.5rem;line-height:1.3;font-style:italic}
.head>figure{margin:1.75rem auto 0}
.fact-box{padding:1.1rem 1.35rem 1.35rem;border-block-start:3px solid var(--ink);background:var(--tint);font-family:var(--sans);font-size:.9375rem;line-height:1.5;font-variant-numeric:lining-nums}
.fact-box :is(h2,h3,h4,h5,h6){font-size:1.0625rem}
.reader-note{padding-block-start:.9rem;border-block-start:1px solid var(--rule);font-size:1rem;font-style:italic}
.reader-note h2{font-style:normal}
.notes{padding-block:.9rem 1.1rem;border-block:1px solid var(--ink)}
.notes-high,.retraction{margin-block-start:1.75rem}
.retraction{padding-block:1.2rem 1.4rem;border-block-width:3px}
.retraction h2{font:700 1.375rem/1.25 var(--serif)}
.retraction li{font-size:1.1875rem;line-height:1.55}
.colophon::before{content:"";display:block;margin-block-end:.9rem;border-block-start:1px solid var(--ink)}
@media print{.fact-box{padding-inline:0;border-block-end:1px solid #999}}
`
