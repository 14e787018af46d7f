// The exporter's acceptance list (OUTPUT.md) in Chromium, over every generated and sample article: the Nu HTML checker, axe in
// light and dark, the page's own policy, no request, 400 %, forced colours, print.
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { correctionsPage } from '#core/exports/formats/corrections-log.ts'
import { exportHtml } from '#core/exports/formats/html.ts'
import { FURNITURE_LANGUAGES } from '#shared/article/furniture.ts'
import { THEMES } from '#shared/article/output-profile.ts'
import { headText } from '#shared/article/plain-text.ts'
import { acceptancePages } from '#tests/support/acceptance-pages.ts'
import { exportInput, fullProfile } from '#tests/support/full-article.ts'
import type { GeneratedPage } from '#tests/support/generated-articles.ts'
import { root } from './support/electron-program.ts'
import { expect, type Stet, test } from './support/launch-stet.ts'
import { openPageJudge } from './support/page-judge.ts'

const JAR = path.join(root, 'node_modules/vnu-jar/build/dist/vnu.jar')

function writePages(stet: Stet): readonly { readonly name: string; readonly file: string }[] {
  const logs = THEMES.map((theme, index) => {
    const file = path.join(stet.scratch, `${theme}-corrections.html`)
    const articles = index === 0 ? [] : acceptancePages().map(correctedArticle)
    const furnitureLanguage = FURNITURE_LANGUAGES[index * 2] ?? 'en'
    const profile = fullProfile({ theme, furnitureLanguage })
    fs.writeFileSync(file, correctionsPage({ articles, profile, logo: null }).bytes)
    return { name: `corrections ${theme}`, file }
  })
  const pages = acceptancePages().map(({ name, input }, index) => {
    const folder = path.join(stet.scratch, String(index))
    for (const { name: fileName, bytes } of exportHtml(input)) {
      const file = path.join(folder, fileName)
      fs.mkdirSync(path.dirname(file), { recursive: true })
      fs.writeFileSync(file, bytes)
    }
    return { name, file: path.join(folder, exportHtml(input)[0]?.name ?? '') }
  })
  return [...pages, ...logs]
}

const correctedArticle = ({ name, input }: GeneratedPage, index: number) => ({
  headline: `${name}: ${headText(input.article.content, 'headline')}`.slice(0, 300),
  language: input.article.meta.language,
  address: index % 2 === 0 ? `https://post.example/${index}` : null,
  notes: input.notes,
})

test('every page is what OUTPUT.md asks for', async ({ stet }) => {
  test.setTimeout(300_000)
  const pages = writePages(stet)
  const judge = await openPageJudge(stet.app)
  const problems: string[] = []
  for (const { name, file } of pages)
    for (const problem of await judge.problemsOf(file)) problems.push(`${name}: ${problem}`)
  await judge.close()
  expect(problems).toEqual([])
})

test('the Nu HTML checker finds no error in any page', ({ stet }) => {
  test.setTimeout(120_000)
  const files = writePages(stet).map(({ file }) => file)
  const checked = spawnSync('java', ['-jar', JAR, '--errors-only', '--stdout', ...files], {
    encoding: 'utf8',
  })
  if (checked.error !== undefined)
    return void process.stderr.write('skipped: no java for the Nu HTML checker\n')
  expect(checked.stdout + checked.stderr).toBe('')
  expect(checked.status).toBe(0)
})

test('the judges see what is wrong', async ({ stet }) => {
  stet.allowConsole(/.*/)
  const [page] = exportHtml(exportInput())
  const html = Buffer.from(page?.bytes ?? []).toString('utf8')
  const broken = {
    style: html.replace('</style>', 'body{color:red}</style>'),
    script: html.replace('</head>', '<script>document.title = "x"</script></head>'),
    remote: html.replace(
      '</main>',
      '<img src="https://example.invalid/x.png" alt="x" width="1" height="1"></main>',
    ),
    wide: html.replace('<div class="body">', `<div class="body"><pre>${'x'.repeat(200)}</pre>`),
    heading: html.replace('</h1>', '</h1><h4>deep</h4>'),
  }
  const judge = await openPageJudge(stet.app)
  const found: Record<string, boolean> = {}
  for (const [name, text] of Object.entries(broken)) {
    const file = path.join(stet.scratch, `${name}.html`)
    fs.writeFileSync(file, text)
    found[name] = (await judge.problemsOf(file)).length > 0
  }
  await judge.close()
  expect(found).toEqual({ style: true, script: true, remote: true, wide: true, heading: true })
})
