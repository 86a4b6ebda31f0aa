import { useMemo } from 'react'
import { useGallery } from '@/components/gallery/gallery-context'
import { fieldOf, type Model } from '@/lib/catalog/field'
import type { Definition } from '@/lib/experiment/definition'
import { type Candidate, nextPair } from '@/lib/experiment/judge/next-pair'
import { rank } from '@/lib/experiment/judge/ranking'
import { comparisonsOf, type PairVerdict, type Verdicts } from '@/lib/experiment/judge/verdicts'
import type { CellProgress } from '@/lib/experiment/progress'
import { isSaved } from '@/lib/record/record-state'
import { givePairVerdict, undoPairVerdict } from '../give-verdict'
import { BlindPair } from './blind-pair'

type Props = { definition: Definition; progress: CellProgress[]; verdicts: Verdicts }

/** Two pictures at a time, and nothing that tells how either was made. */
export function Judge({ definition, progress, verdicts }: Props) {
  const { models } = useGallery()
  const { pairs } = verdicts
  const made = progress.filter(({ state }) => state !== null && isSaved(state))
  const candidates = made.map(({ cell }) => ({
    key: cell.key,
    group: groupOf(cell, models),
    values: cell.at.join(),
  }))
  const names = candidates.map(({ key }) => key).join()
  // A new pair for each judgement; while one is looked at, no other takes its place.
  const pair = useMemo(() => choosePair(candidates, pairs), [names, pairs.length])
  const recordIds = new Map(made.map(({ cell, recordId }) => [cell.key, recordId]))
  const [left, right] = [recordIds.get(pair?.left ?? ''), recordIds.get(pair?.right ?? '')]

  if (!definition.id || !pair || !left || !right)
    return (
      <p className="grid h-full place-content-center p-8 text-center text-muted">
        Two finished pictures are needed to compare. Run the plan first.
      </p>
    )
  const { id } = definition
  return (
    <BlindPair
      key={`${pairs.length} ${pair.left} ${pair.right}`}
      left={left}
      right={right}
      question={definition.question || 'Which fits the brief better?'}
      brief={definition.brief}
      judged={pairs.length}
      onChoose={(choice) => void givePairVerdict(id, { ...pair, choice, at: Date.now() })}
      onUndo={pairs.length > 0 ? () => void undoPairVerdict(id) : undefined}
    />
  )
}

function choosePair(candidates: Candidate[], pairs: PairVerdict[]) {
  const ids = candidates.map(({ key }) => key)
  return nextPair(
    candidates,
    pairs,
    rank(
      ids,
      comparisonsOf(pairs, (key) => key),
    ),
    Math.random,
  )
}

/** Pictures of the same prompt and seed are compared before others. */
function groupOf({ model, input, seed }: CellProgress['cell'], models: Model[]): string {
  const known = models.find(({ id }) => id === model)
  return JSON.stringify([input[(known && fieldOf(known, 'prompt')?.name) ?? 'prompt'], seed])
}
