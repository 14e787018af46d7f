import { describe, expect, test } from 'vitest'
import type { NodeJson } from '#shared/article/article.ts'
import { MAX_BLOCK_DEPTH } from '#shared/article/limits.ts'
import { htmlToContent } from '#shared/import/html-to-content.ts'
import { checkGrammar } from '#tests/support/outline.ts'

const DEEP = 10_000
/** Milliseconds (X1 says 2,000 alone on a machine; tests share theirs). */
const DEADLINE = 10_000

function depthOf(content: readonly NodeJson[]): number {
  let deepest = 0
  const stack = content.map((node): [NodeJson, number] => [node, 1])
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const [node, depth] = next
    deepest = Math.max(deepest, depth)
    for (const child of node.content ?? []) stack.push([child, depth + 1])
  }
  return deepest
}

describe('X1: depth is flattened before anything recursive sees it', () => {
  test.each([
    'blockquote',
    'div',
    'ul><li',
    'ol><li',
    'table><tr><td',
    'b',
    'span',
    'section',
    'dl><dd',
    'font color=1',
  ])(
    '%s',
    (tag) => {
      const { content, notices } = htmlToContent(`${`<${tag}>`.repeat(DEEP)}word`, { purpose: 'import' })
      checkGrammar(content)
      expect(depthOf(content)).toBeLessThanOrEqual(MAX_BLOCK_DEPTH)
      expect(JSON.stringify(content)).toContain('word')
      expect(notices[0]?.level).toBe('warning')
    },
    DEADLINE,
  )
})

describe('markup built to exhaust a parser ends in text and a notice', () => {
  test.each([
    ['attributes', `<p ${Array.from({ length: 50_000 }, (_, i) => `a${i}`).join(' ')}>word`],
    ['stray ends under a deep stack', `word${'<div>'.repeat(5_000)}${'</li>'.repeat(100_000)}`],
    ['depth without end', `${'<div>'.repeat(60_000)}word`],
    ['templates', `${'<template>'.repeat(DEEP)}</template><p>word`],
    [
      'formatting that is re-opened',
      `word${Array.from({ length: 3_000 }, (_, i) => `<b id=${i}>`).join('')}${'<p>x'.repeat(3_000)}`,
    ],
  ])(
    '%s',
    (_name, html) => {
      const { content } = htmlToContent(html, { purpose: 'paste' })
      checkGrammar(content)
      expect(content.length === 0 || JSON.stringify(content).includes('word')).toBe(true)
    },
    DEADLINE,
  )
  test('text alone still has its entities and paragraphs', () => {
    const { content, notices } = htmlToContent(
      `<p>a &amp; b</p><script>no</script><p ${Array.from({ length: 50_000 }, (_, i) => `a${i}`).join(' ')}>c</p>`,
      { purpose: 'paste' },
    )
    expect(content.map((node) => node.content?.[0]?.text)).toEqual(['a & b', 'c'])
    expect(notices[0]?.text).toContain('only its text')
  })
})
