/** A file of the site as data. Throws when it does not come, is no JSON, or is something else than `isRight` says. */
export async function fetchJson<Data>(address: string, isRight: (found: unknown) => found is Data, signal?: AbortSignal): Promise<Data> {
  const answer = await (signal ? fetch(address, { signal }) : fetch(address))
  if (!answer.ok) throw new Error(`${address} answers ${answer.status}.`)
  const found: unknown = await answer.json()
  if (!isRight(found)) throw new Error(`${address} is something else.`)
  return found
}

/** Whether something fetched is an object with a list of this name. */
export const hasList = <Name extends string>(found: unknown, name: Name): found is Record<Name, unknown[]> =>
  typeof found === 'object' && found !== null && Array.isArray((found as Partial<Record<Name, unknown>>)[name])
