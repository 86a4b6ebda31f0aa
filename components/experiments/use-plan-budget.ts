import { use, useEffect } from 'react'
import useSWR from 'swr'
import { budgetPath, type Remaining, readBudget, tightestLimit } from '@/lib/api/budget'
import type { RemainingBudget } from '@/lib/contract/budget'
import { CatalogContext } from '@/lib/draft/use-draft'

/** Jobs that start or end together cause one question. */
const debounceMs = 400

type PlanBudget = { remaining: Remaining | null; unknownPrice: number | undefined }

/**
 * What may still be spent, and what the host reserves for a price that is not published; nothing is asked where
 * nothing is hasBudget. @param jobs changes whenever a job starts or ends, which moves money
 */
export function usePlanBudget(jobs: string): PlanBudget {
  const { hasBudget } = use(CatalogContext)
  const { data, mutate } = useSWR<RemainingBudget, unknown>(
    hasBudget ? budgetPath : null,
    readBudget,
    { shouldRetryOnError: false },
  )
  useEffect(() => {
    if (!hasBudget || jobs === '') return
    const timer = setTimeout(() => void mutate(), debounceMs)
    return () => clearTimeout(timer)
  }, [hasBudget, jobs, mutate])
  return { remaining: data ? tightestLimit(data) : null, unknownPrice: data?.unknownPrice }
}
