// What a picture owes to those who cannot see it and to those who made it.
import { blockRule } from '../rule.ts'

export const pictureAlt = blockRule(
  {
    id: 'picture-alt',
    level: 'WARN',
    about: 'Every picture has a text alternative or is marked as decoration.',
  },
  ({ pictures }) =>
    pictures
      .filter(({ alt, isDecorative }) => !isDecorative && alt.trim() === '')
      .map(({ path, assetId }) => ({
        sentence: 'This picture has no text alternative and is not marked as decoration.',
        about: assetId,
        spot: { path },
      })),
)

export const pictureCredit = blockRule(
  { id: 'picture-credit', level: 'WARN', about: 'Every picture has a credit.' },
  ({ pictures }) =>
    pictures
      .filter(({ hasCredit }) => !hasCredit)
      .map(({ path, assetId }) => ({
        sentence: 'This picture has no credit.',
        about: assetId,
        spot: { path },
      })),
)
