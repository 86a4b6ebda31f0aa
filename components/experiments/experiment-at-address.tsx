import { useEffect, useState } from 'react'
import { useEntries } from '@/components/gallery/use-entries'
import { closeOverlay, openExperiment } from '@/components/viewer/overlay-address'
import { PictureNotFound } from '@/components/viewer/picture-not-found'
import type { Definition } from '@/lib/experiment/definition'
import { fromLinkValue } from '@/lib/experiment/link'
import { readExperiment } from '@/lib/library/experiments'
import { readUntilDone } from '@/lib/library/storage/read-until-done'
import { showNotice } from '../gallery/notices/notice'
import { ExperimentView } from './experiment-view'
import { useExperiments } from './use-experiments'

/** Opens what `?experiment=` holds: the id of an experiment of this browser, or the definition of any. */
export function ExperimentAtAddress({ value }: { value: string }) {
  const [definition, setDefinition] = useState<Definition | null>()
  const entries = useEntries()
  // Its verdicts are there too when it is first drawn.
  const experiments = useExperiments()

  useEffect(() => {
    let isCurrent = true
    readUntilDone(
      () => readAddress(value),
      () => isCurrent,
    ).then(
      (read) => isCurrent && setDefinition(read),
      () => undefined,
    )
    return () => {
      isCurrent = false
    }
  }, [value])

  // Before the entries are read, a finished experiment would look like one that was never run.
  if (definition === undefined || !isRead(entries) || !isRead(experiments)) return null
  if (definition === null) return <PictureNotFound />
  return (
    <ExperimentView
      key={definition.id}
      initial={definition}
      onSaved={openExperiment}
      onClose={closeOverlay}
    />
  )
}

const isRead = ({ data, error }: { data?: unknown; error?: unknown }) =>
  data !== undefined || error !== undefined

async function readAddress(value: string): Promise<Definition | null> {
  if (/^[0-9a-f-]{36}$/i.test(value)) return (await readExperiment(value))?.definition ?? null
  const read = fromLinkValue(value)
  if ('definition' in read) return read.definition
  showNotice(read.problem)
  return null
}
