/** Where main serves the bytes that `exports.preview` answered, under a policy of their own (electron/shell/preview-pages.ts). */
export const previewAddress = (sha256: string): string => `app://preview/${sha256}`
