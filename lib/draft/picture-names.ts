const storageKey = 'krea-playground:input-names'
const maxNames = 50

/**
 * The file names of uploaded pictures by their addresses, which do not show them. They stay in this
 * browser. Read by hand, since the first form shows a picture and zod loads later.
 */
let names: Map<string, string> | null = null

export function rememberPictureName(url: string, name: string): void {
  const newEntry: [string, string] = [url, name]
  const known = [...readNames()].filter(([other]) => other !== url)
  names = new Map([...known, newEntry].slice(-maxNames))
  try {
    localStorage.setItem(storageKey, JSON.stringify([...names]))
  } catch {}
}

export const pictureNameOf = (url: string): string | undefined => readNames().get(url)

/** The sizes of pictures before they were reduced, by their addresses. Known until the page is left. */
const sizesBefore = new Map<string, string>()

export const rememberSizeBefore = (url: string, size: string): void =>
  void sizesBefore.set(url, size)

export const sizeBefore = (url: string): string | undefined => sizesBefore.get(url)

function readNames(): Map<string, string> {
  names ??= new Map(parseNames())
  return names
}

function parseNames(): [string, string][] {
  try {
    const saved: unknown = JSON.parse(localStorage.getItem(storageKey) ?? '[]')
    return (Array.isArray(saved) ? saved : []).flatMap((entry: unknown): [string, string][] => {
      const [url, name]: unknown[] = Array.isArray(entry) ? entry : []
      return typeof url === 'string' && typeof name === 'string' ? [[url, name]] : []
    })
  } catch {
    return []
  }
}
