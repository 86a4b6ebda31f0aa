import { useEffect } from 'react'
import { exclusively } from '@/lib/browser/exclusively'
import { showNotice } from './notices/notice'

const parameter = 'adopt'

/** The owner's page leads here with `/?adopt=<job>`: the job is taken in, and the address is clean again. */
export function RecoverJobFromAddress() {
  useEffect(() => {
    if (asked() === null) return
    void exclusively('adoption', async () => {
      const jobId = asked()
      if (jobId === null) return
      const { recoverJob } = await import('@/lib/engine/recover-job')
      showNotice(await recoverJob(jobId))
      clean()
    })
  }, [])
  return null
}

const asked = () => new URLSearchParams(location.search).get(parameter)

function clean(): void {
  const url = new URL(location.href)
  url.searchParams.delete(parameter)
  history.replaceState(history.state, '', url)
}
