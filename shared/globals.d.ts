// What the pure layer may use beyond the language: present alike in Node >= 20 and in the renderer.
interface Crypto {
  randomUUID(): `${string}-${string}-${string}-${string}-${string}`
}
declare var crypto: Crypto
declare class TextEncoder {
  encode(input: string): Uint8Array<ArrayBuffer>
}
declare class TextDecoder {
  constructor(label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean })
  decode(input: Uint8Array): string
}
declare class URL {
  constructor(url: string, base?: string)
  static canParse(url: string, base?: string): boolean
  href: string
  readonly origin: string
  protocol: string
  hostname: string
  host: string
  pathname: string
  search: string
  hash: string
  username: string
  password: string
}
