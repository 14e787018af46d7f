// A group of handlers whose code is loaded by its first call: what converts and renders is a third of core's code and is not
// needed to open a window.

/** Handlers under the given names that load the real ones once, on the first call of any. */
export function lazyGroup<G extends { readonly [K in keyof G]: (...args: never[]) => unknown }>(
  names: readonly (keyof G)[],
  load: () => Promise<G>,
): G {
  let loading: Promise<G> | null = null
  const group: Partial<Record<keyof G, unknown>> = {}
  for (const name of names)
    group[name] = async (...args: never[]) => {
      loading ??= load()
      return (await loading)[name](...args)
    }
  // Every name of the group has its handler now; each answers what the real one answers, in a promise.
  return group as G
}
