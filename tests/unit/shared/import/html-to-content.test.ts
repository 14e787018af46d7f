import { describe, expect, test } from 'vitest'
import { htmlToContent } from '#shared/import/html-to-content.ts'
import { placePictures } from '#shared/import/place-pictures.ts'
import { checkGrammar, outline } from '#tests/support/outline.ts'

const paste = (html: string): string => {
  const { content } = htmlToContent(html, { purpose: 'paste' })
  checkGrammar(content)
  return outline(content)
}

describe('text and white space', () => {
  test('white space collapses as in a browser and no-break spaces are kept', () => {
    expect(paste('<p>  one\n\ttwo <b> three</b>\u00a0&nbsp;four </p>')).toBe(
      'paragraph: one two <b>three</b>\u00a0\u00a0four',
    )
  })
  test('blocks never run together, whatever they are', () => {
    expect(paste('<div>a<div>b</div>c</div><section>d</section>e')).toBe(
      ['a', 'b', 'c', 'd', 'e'].map((text) => `paragraph: ${text}`).join('\n'),
    )
  })
  test('one break is a line break, two begin a paragraph, those at the ends go', () => {
    expect(paste('<div><br>a<br>b<br> <br>c<br></div>')).toBe('paragraph: a⏎b\nparagraph: c')
  })
  test('an empty paragraph of spaces is nothing', () => {
    expect(paste('<p>&nbsp;</p><p><br></p><p>x</p>')).toBe('paragraph: x')
  })
  test('preserved lines and spaces survive in a form that every export keeps', () => {
    expect(paste('<pre>if (a)\n  b()</pre>')).toBe(
      'paragraph: <code>if (a)</code>⏎<code>\u00a0\u00a0b()</code>',
    )
  })
  test('control characters and lone surrogates cannot enter', () => {
    expect(paste('a\u0001b\ud800c\ufeff')).toBe('paragraph: ab\ufffdc')
  })
  test('quotation marks that only a browser draws become characters', () => {
    expect(paste('<p><q>Yes</q></p>')).toBe('paragraph: \u201cYes\u201d')
  })
})

describe('marks', () => {
  test('only meaning passes: weight, slant, position, links, code', () => {
    expect(
      paste(
        '<p><span style="font-weight:700;color:red;font-family:x">a</span><em>b</em><sup>c</sup><span style="vertical-align:sub">d</span><code>e</code><u>f</u><font size=7>g</font></p>',
      ),
    ).toBe('paragraph: <b>a</b><i>b</i><sup>c</sup><sub>d</sub><code>e</code>fg')
  })
  test('bold that says it is not bold is not bold', () => {
    expect(paste('<b style="font-weight:normal"><p>a</p><p><b>b</b></p></b>')).toBe(
      'paragraph: a\nparagraph: <b>b</b>',
    )
  })
  test('a link keeps its text when its address may not be kept', () => {
    const { content, dropped } = htmlToContent(
      '<a href="javascript:alert(1)">a</a> <a href=" java\tscript:alert(1)">b</a> <a href="/c">c</a> <a href="https://e.test/?q=1&amp;r=2">d</a>',
      { purpose: 'paste' },
    )
    expect(outline(content)).toBe('paragraph: a b c [d](https://e.test/?q=1&r=2)')
    expect(dropped.links).toBe(3)
  })
  test('relative links are resolved where the address of the page is known', () => {
    const { content } = htmlToContent('<a href="/c">c</a>', { purpose: 'import', base: 'https://e.test/a/b' })
    expect(outline(content)).toBe('paragraph: [c](https://e.test/c)')
  })
  test('a run in another language is marked, the language of the article is not', () => {
    const { content } = htmlToContent(
      '<p lang="en">The <i lang="fr">Mairie</i> <span lang="en-US">said</span></p>',
      {
        purpose: 'paste',
        language: 'en-GB',
      },
    )
    expect(outline(content)).toBe('paragraph: The {fr:<i>Mairie</i>} said')
  })
})

describe('what a reader never saw stays out', () => {
  test.each([
    '<script>alert(1)</script>',
    '<style>p{}</style>',
    '<noscript>x</noscript>',
    '<template><p>x</p></template>',
    '<p hidden>x</p>',
    '<p style="display: none">x</p>',
    '<span aria-hidden="true">x</span>',
    '<svg><text>x</text></svg>',
    '<span class="sr-only">x</span>',
    '<iframe src="https://e.test"></iframe>',
    '<button>x</button>',
  ])('%s', (html) => {
    expect(paste(`${html}<p>seen</p>`)).toBe('paragraph: seen')
  })
})

describe('structure', () => {
  test('heading levels are moved below the headline, without gaps in an import', () => {
    expect(paste('<h1>a</h1><h2>b</h2><h6>c</h6>')).toBe('heading2: a\nheading3: b\nheading4: c')
    const { content } = htmlToContent('<h3>a</h3><h5>b</h5>', { purpose: 'import' })
    expect(outline(content)).toBe('heading2: a\nheading3: b')
  })
  test('lists keep kind, nesting and start; nested lists beside items belong to the item before', () => {
    expect(paste('<ol start=3><li>a</li><ul><li>b</li></ul><li value=9>c</li></ol>')).toBe(
      [
        'orderedList start=3',
        '  listItem',
        '    paragraph: a',
        '    bulletList',
        '      listItem',
        '        paragraph: b',
        'orderedList start=9',
        '  listItem',
        '    paragraph: c',
      ].join('\n'),
    )
  })
  test('a table in a list parts the list; numbering goes on behind it', () => {
    expect(paste('<ol><li>a<table><tr><td>t</td></tr></table>b</li><li>c</li></ol>')).toBe(
      [
        'orderedList',
        '  listItem',
        '    paragraph: a',
        'tableBlock',
        '  table',
        '    tableRow',
        '      tableCell',
        '        paragraph: t',
        'paragraph: b',
        'orderedList start=2',
        '  listItem',
        '    paragraph: c',
      ].join('\n'),
    )
  })
  test('a quote keeps its source apart and flattens quotes within', () => {
    expect(paste('<blockquote><p>a</p><blockquote>b</blockquote><footer>— C</footer></blockquote>')).toBe(
      'blockQuote\n  paragraph: a\n  paragraph: b\n  quoteSource: — C',
    )
  })
  test('a table is made rectangular and keeps caption, headers and spans', () => {
    const { content } = htmlToContent(
      '<table><caption>T</caption><tr><th>a<th colspan=9000>b<tr><td rowspan=0>c<td>d<td>e<tr><td>f</table>',
      { purpose: 'paste' },
    )
    checkGrammar(content)
    expect(outline(content)).toBe(
      [
        'tableBlock',
        '  tableCaption: T',
        '  table',
        '    tableRow',
        '      tableHeader',
        '        paragraph: a',
        '      tableHeader colspan=2',
        '        paragraph: b',
        '    tableRow',
        '      tableCell rowspan=2',
        '        paragraph: c',
        '      tableCell',
        '        paragraph: d',
        '      tableCell',
        '        paragraph: e',
        '    tableRow',
        '      tableCell',
        '        paragraph: f',
        '      tableCell',
        '        paragraph: ',
      ].join('\n'),
    )
  })
  test('a table that only arranges the page is not a table', () => {
    expect(paste('<table role=presentation><tr><td>a<td>b</table>')).toBe('paragraph: a\nparagraph: b')
    expect(paste('<table><tr><td><table><tr><td>a<td>b</table></table>')).toBe(
      'tableBlock\n  table\n    tableRow\n      tableCell\n        paragraph: a\n      tableCell\n        paragraph: b',
    )
  })
  test('cells that arrive without their table do not run together', () => {
    expect(paste('<tr><td>a</td><td>b</td></tr>')).toContain('tableCell\n        paragraph: b')
  })
  test('a box keeps its title; a pull quote is known by the name everybody gives it', () => {
    expect(paste('<aside><h3>Facts</h3><p>a</p></aside><div class="pull-quote"><p>b</p></div>')).toBe(
      'factBox\n  factTitle: Facts\n  paragraph: a\npullQuote\n  paragraph: b',
    )
  })
})

describe('pictures', () => {
  const GIF = 'data:image/gif;base64,R0lGODlhAAEAAYAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7'
  test('a picture that came along is handed over with its place, caption and credit', () => {
    const { content, images } = htmlToContent(
      `<p>a</p><figure><img src="${GIF}" alt="A hill"><figcaption>The hill. <span class="image-credit">J. Doe/AP</span></figcaption></figure><p>b</p>`,
      { purpose: 'import' },
    )
    expect(images.map((image) => image.kind)).toEqual(['data'])
    const placed = placePictures(content, [{ assetId: 'a'.repeat(64), width: 256, height: 256 }])
    checkGrammar(placed)
    expect(outline(placed)).toBe(
      `paragraph: a\nfigure alt=A hill assetId=${'a'.repeat(64)} width=256 height=256\n  caption: The hill.\n  credit: J. Doe/AP\nparagraph: b`,
    )
  })
  test('S5: nothing is fetched: a remote picture leaves its figure and a line in the receipt', () => {
    const { content, images, notices } = htmlToContent(
      '<p>a <img src="https://e.test/p.jpg" alt="x"> b</p>',
      {
        purpose: 'paste',
      },
    )
    expect(outline(content)).toBe('paragraph: a b\nfigure alt=x')
    expect(images).toEqual([{ kind: 'remote', href: 'https://e.test/p.jpg' }])
    expect(notices[0]?.text).toContain('not fetched')
  })
  test.each([
    'file:///C:/a.png',
    'blob:https://e.test/1',
    'cid:1',
    'data:image/svg+xml;base64,PHN2Zz4=',
    'a.png',
  ])('no picture comes from %s', (src) => {
    const { content, images, dropped } = htmlToContent(`<img src="${src}">`, { purpose: 'paste' })
    expect([content, images, dropped.unreachablePictures]).toEqual([[], [], 1])
  })
  test('spacers, icons and counting pixels are furniture; an emoji drawn as a picture is a character', () => {
    expect(
      paste(
        '<p>a<img src="https://e.test/p.gif" width=1 height=1><img src="https://e.test/i.png" width=16 height=16><img class=emoji alt="😀" src="https://e.test/e.png"></p>',
      ),
    ).toBe('paragraph: a😀')
  })
})

describe('office clipboards', () => {
  const item = (level: number, marker: string, text: string, list = 'l0'): string =>
    `<p class=MsoListParagraph style='mso-list:${list} level${level} lfo1'><![if !supportLists]><span><span style='mso-list:Ignore'>${marker}<span>&nbsp;&nbsp; </span></span></span><![endif]>${text}<o:p></o:p></p>`
  test('paragraphs with a list style become nested lists of the right kind, level and start', () => {
    expect(
      paste(
        item(1, '4.', 'a') +
          item(2, '·', 'b') +
          item(3, 'iv)', 'c') +
          item(1, '5.', 'd') +
          item(1, '1.', 'e', 'l1'),
      ),
    ).toBe(
      [
        'orderedList start=4',
        '  listItem',
        '    paragraph: a',
        '    bulletList',
        '      listItem',
        '        paragraph: b',
        '        orderedList start=4',
        '          listItem',
        '            paragraph: c',
        '  listItem',
        '    paragraph: d',
        'orderedList',
        '  listItem',
        '    paragraph: e',
      ].join('\n'),
    )
  })
  test('markers are found by their comments where styles were stripped', () => {
    expect(
      paste(
        '<p class="MsoListParagraph" style="text-indent:-18pt"><!--[if !supportLists]--><span>·<span>&nbsp; </span></span><!--[endif]-->a</p>',
      ),
    ).toBe('bulletList\n  listItem\n    paragraph: a')
  })
  test('comments, deletions and running heads are left out and counted; insertions are text', () => {
    const { content, dropped } = htmlToContent(
      `<p class=MsoNormal>a<span class=msoDel><del cite="mailto:x" datetime="2020">gone</del></span><ins cite="mailto:x" datetime="2020">new</ins><span class=MsoCommentReference>[J1]</span></p><div style='mso-element:comment-list'>note</div><div style='mso-element:header'>head</div>`,
      { purpose: 'paste' },
    )
    expect(outline(content)).toBe('paragraph: anew')
    expect(dropped).toMatchObject({ deletions: 1, insertions: 1, comments: 2 })
  })
  test('only what stands between the fragment marks is pasted', () => {
    expect(paste('<html><body>x<!--StartFragment--><p>a</p><!--EndFragment-->y</body></html>')).toBe(
      'paragraph: a',
    )
  })
  test('lists whose items say their level are nested by it', () => {
    expect(
      paste(
        '<ul><li data-aria-level="1"><p>a</p></li></ul><ul><li data-aria-level="2"><p>b</p></li></ul><ul><li data-aria-level="1"><p>c</p></li></ul>',
      ),
    ).toBe(
      'bulletList\n  listItem\n    paragraph: a\n    bulletList\n      listItem\n        paragraph: b\n  listItem\n    paragraph: c',
    )
  })
})

describe('our own markup', () => {
  test('an import takes kicker, headline and standfirst apart; a paste makes them body', () => {
    const html =
      '<p data-stet="kicker">K</p><h1 data-stet="headline">H <em>i</em></h1><p data-stet="standfirst">S</p><p>b</p>'
    const imported = htmlToContent(html, { purpose: 'import' })
    expect(outline(imported.content)).toBe('paragraph: b')
    expect(imported.head?.headline.map((node) => node.text)).toEqual(['H ', 'i'])
    expect(paste(html)).toBe('paragraph: K\nheading2: H <i>i</i>\nparagraph: S\nparagraph: b')
  })
  test('a stored picture is named only by our own clipboard, never by a file', () => {
    const html = `<figure data-asset-id="${'b'.repeat(64)}" data-alt="x"><p data-stet="caption">c</p></figure>`
    expect(paste(html)).toContain(`assetId=${'b'.repeat(64)}`)
    expect(outline(htmlToContent(html, { purpose: 'import' }).content)).toBe('paragraph: c')
  })
})
