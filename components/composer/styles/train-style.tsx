import useSWR from 'swr'
import { Button } from '@/components/ui/button'
import { readTrainingOptions } from '@/lib/api/styles'
import type { TrainingOptions } from '@/lib/contract/styles'
import { TrainingForm } from './training-form'

type Props = { modelId: string; onDone: () => void; onCancel: () => void }

const options = { revalidateOnFocus: false, shouldRetryOnError: false }

/** Trains a style on chosen pictures, where Krea offers it. */
export function TrainStyle({ modelId, onDone, onCancel }: Props) {
  const { data, error, isLoading } = useSWR<TrainingOptions | null, unknown>(
    'training-options',
    readTrainingOptions,
    options,
  )
  if (data)
    return <TrainingForm modelId={modelId} offered={data} onDone={onDone} onCancel={onCancel} />
  return (
    <div className="grid justify-items-center gap-3 py-6">
      <p role="status" className="text-muted">
        {isLoading
          ? 'Loading…'
          : error instanceof Error
            ? error.message
            : 'Krea’s document offers no training of styles.'}
      </p>
      <Button onClick={onCancel}>Back</Button>
    </div>
  )
}
