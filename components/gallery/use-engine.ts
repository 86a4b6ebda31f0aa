import { useEffect } from 'react'
import { engine, logRequests } from '@/lib/engine/page-engine'
import { announceJobs } from './notices/job-announcer'
import { notifyOfJobs } from './notices/job-notifications'

/** Runs the engine, and reports its events, for as long as the gallery is there. */
export function useEngine(): void {
  useEffect(() => {
    const stops = [logRequests(), announceJobs(engine), notifyOfJobs(engine), engine.start()]
    return () => {
      for (const stop of stops) stop()
    }
  }, [])
}
