import { useEffect } from 'react'
import { exclusively } from '@/lib/browser/exclusively'
import { showNotice } from './notices/notice'

const parameter = 'adopt'

/** Adds the job of `/?adopt=<job>`, a link of the owner's page, to the gallery and cleans the address. */
export function RecoverJobFromAddress() {
  useEffect(() => {
    if (jobIdInAddress() === null) return
    void exclusively('adoption', async () => {
      const jobId = jobIdInAddress()
      if (jobId === null) return
      const { recoverJob } = await import('@/lib/engine/recover-job')
      showNotice(await recoverJob(jobId))
      cleanAddress()
    })
  }, [])
  return null
}

const jobIdInAddress = () => new URLSearchParams(location.search).get(parameter)

function cleanAddress(): void {
  const url = new URL(location.href)
  url.searchParams.delete(parameter)
  history.replaceState(history.state, '', url)
}
