import {
  anyManifestSchema,
  type Manifest,
  manifestName,
  manifestSchema,
  manifestVersion,
} from './manifest'
import { parseEntry } from './parse-entry'
import { isNoZipError, readZip, type ZipEntry } from './zip-reader'

type OpenedBackup =
  | { kind: 'opened'; manifest: Manifest; files: ZipEntry[] }
  /** A sentence for people. */
  | { kind: 'refused'; problem: string }

const refused = (problem: string): OpenedBackup => ({ kind: 'refused', problem })

/** Reads the list of files and the manifest of a backup, or says what kind of file it is instead. */
export async function openBackup(file: Blob): Promise<OpenedBackup> {
  if (file.size === 0) return refused('This file is empty.')
  try {
    return await readManifest(await readZip(file))
  } catch (error) {
    if (!isNoZipError(error)) throw error
    if (error.reason === 'compression')
      return refused(
        'This zip was packed in a way the browser cannot read. Pack it again as usual.',
      )
    return refused(
      (await isStartOfZip(file))
        ? 'This zip is cut off: its end is missing. Download or copy it again.'
        : 'This is not a zip, so it is no backup.',
    )
  }
}

async function readManifest(entries: ZipEntry[]): Promise<OpenedBackup> {
  const files = withoutFolder(entries)
  const entry = files.find(({ name }) => name === manifestName)
  const manifest = await parseEntry(entry, manifestSchema)
  if (manifest) return { kind: 'opened', manifest, files }
  const other = await parseEntry(entry, anyManifestSchema)
  return refused(
    other && other.version > manifestVersion
      ? 'This backup is from a newer version of the playground. Update this one, then restore it.'
      : 'This zip is no backup of a playground.',
  )
}

/** Safari unpacks downloads, and the Finder packs the folder itself: then each name begins with it. */
function withoutFolder(entries: ZipEntry[]): ZipEntry[] {
  const manifest = entries.find(({ name }) => /^([^/]+\/)?backup\.json$/.test(name))
  const folder = manifest?.name.slice(0, -manifestName.length) ?? ''
  return entries
    .filter(({ name }) => name.startsWith(folder))
    .map((entry) => ({ ...entry, name: entry.name.slice(folder.length) }))
}

const isStartOfZip = async (file: Blob) => (await file.slice(0, 4).text()).startsWith('PK')
