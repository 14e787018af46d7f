// Brings an article written with an older grammar to this one, step by step. Each step is one file in this folder with a golden
// fixture; nothing stored is ever rewritten: revisions are upgraded when they are read for use.
import type { Article, NodeJson } from '../../article/article.ts'
import { checkGrammar } from '../../article/grammar-check.ts'
import type { Outcome } from '../../errors/outcome.ts'
import { err, ok, type Result } from '../../ipc/result.ts'
import { SCHEMA_VERSION } from '../version.ts'

export type UpgradeStep = (content: NodeJson) => NodeJson

/** The step at index n leads from grammar n + 1 to grammar n + 2. None yet: grammar 1 is the first. */
const STEPS: readonly UpgradeStep[] = []

/** The article in today's grammar, or why it cannot be. */
export function upgradeArticle(
  article: Article,
  steps: readonly UpgradeStep[] = STEPS,
  target: number = SCHEMA_VERSION,
): Result<Article, Outcome<'SchemaTooNew' | 'UnknownContent'>> {
  if (article.schemaVersion > target)
    return err({ type: 'SchemaTooNew', stored: article.schemaVersion, known: target })
  let { content } = article
  for (const step of steps.slice(article.schemaVersion - 1, target - 1)) content = step(content)
  const checked = checkGrammar(content)
  if (!checked.ok) return err({ type: 'UnknownContent', names: [...checked.unknown] })
  return ok({ ...article, schemaVersion: target, content })
}
