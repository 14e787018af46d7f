/** Proves at compile time that a switch has handled every case; at run time it is a bug to get here. */
export function exhaustive(value: never): never {
  throw new Error(`Unhandled case: ${JSON.stringify(value)}`)
}
