import { useEffect } from 'react'
import { exclusively } from '@/lib/browser/exclusively'
import { showNotice } from './notices/notice'

const parameter = 'adopt'

/** Adds the jobs of `/?adopt=<job>,<job>`, a link of the owner's page, to the gallery and cleans the address. */
export function RecoverJobFromAddress() {
  useEffect(() => {
    if (jobIdsInAddress().length === 0) return
    void exclusively('adoption', async () => {
      const jobIds = jobIdsInAddress()
      const { recoverJob } = await import('@/lib/engine/recover-job')
      const sentences: string[] = []
      for (const jobId of jobIds) sentences.push(await recoverJob(jobId))
      const [sentence] = sentences
      if (sentence) showNotice(sentences.length === 1 ? sentence : summaryOf(sentences))
      cleanAddress()
    })
  }, [])
  return null
}

const jobIdsInAddress = (): string[] =>
  (new URLSearchParams(location.search).get(parameter) ?? '').split(',').filter(Boolean)

/** `3 × The recovered picture is in your gallery.` */
const summaryOf = (sentences: string[]): string =>
  [...new Set(sentences)]
    .map((sentence) => `${sentences.filter((one) => one === sentence).length} × ${sentence}`)
    .join(' ')

function cleanAddress(): void {
  const url = new URL(location.href)
  url.searchParams.delete(parameter)
  history.replaceState(history.state, '', url)
}
