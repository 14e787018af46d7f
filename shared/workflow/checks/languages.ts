// Which language's rules apply.

/** 'en' of 'en-GB', in lower case; '' where none is set. */
export function baseLanguage(tag: string): string {
  const [base = ''] = tag.toLowerCase().split('-')
  return base === 'und' ? '' : base
}
