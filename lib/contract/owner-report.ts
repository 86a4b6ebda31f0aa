/** What the owner's page shows. Sums in micro-dollars. */

/** One bar of a chart. `id` where the label may repeat. */
export type Share = { id: string; label: string; micros: number; jobs: number }

/** A row of the list of submissions. */
export type SubmissionSummary = {
  key: string
  at: string
  model: string
  /** A pass by its name, anyone else by the beginning of the visitor's id. */
  who: string
  prompt: string
  micros: number
  exact: boolean
  state: string
  charged: string
  jobId: string | null
}

export type Totals = { spentToday: number; reservedToday: number; capToday: number | null }

/** A job of Krea's list that no submission of ours owns. */
export type UnownedJob = { id: string; status: string; createdAt: string; image: string | null }

/** `fix` says what to do where something is wrong. Neither shows a secret. */
export type Check = {
  name: string
  state: 'good' | 'attention' | 'bad'
  says: string
  fix: string | null
}
