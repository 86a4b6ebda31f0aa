import 'server-only'
import type { Input, Json, Model } from '@/lib/catalog/field'
import type { Training } from '@/lib/catalog/training'
import type { Written } from '@/lib/contract/contract'
import { ApiError, type FieldIssue } from '@/lib/contract/errors'
import type { postTraining } from '@/lib/contract/styles'
import type { Training as TrainingRequest } from '@/lib/krea/styles'
import { longTexts } from '../models/body-limits'
import type { ModelCatalog } from '../models/catalog'
import { checkBody } from '../models/check-body'

type Body = Written<typeof postTraining, 'body'>

/** The ledger's name for a training, which stands where a model's does. */
export const trainingModel = ({ prices }: Training): Model => ({
  id: 'styles/train',
  name: 'Training of a style',
  maker: 'Krea',
  task: 'train',
  fields: [],
  prices,
  typicalSeconds: null,
  aliases: {},
  retirement: null,
})

/** In Krea's names: what is recorded, compared on a repeat, and checked by the document's schema. */
const trainingInput = ({ model, name, urls, type, triggerWord, steps }: Body): Input => ({
  model,
  name,
  urls,
  ...(type === undefined ? {} : { type }),
  ...(triggerWord ? { trigger_word: triggerWord } : {}),
  ...(steps === undefined ? {} : { max_train_steps: steps }),
})

/** @throws ApiError `unknown_model`, `invalid_input` */
export async function checkTraining(catalog: ModelCatalog, given: Body) {
  const { training } = (await catalog.get()).serverOnly
  if (!training) throw new ApiError('unknown_model', 'Krea’s document offers no training.')
  const input = trainingInput(given)
  requireTrainable(training, input)
  return { training, input, request: toKreaTraining(given) }
}

/** @throws ApiError `invalid_input`, with the fields as our body names them */
function requireTrainable({ schema, models, types }: Training, input: Input): void {
  const choices = [
    ...oneOf('model', input.model, models),
    ...(input.type === undefined ? [] : oneOf('type', input.type, types)),
  ]
  const first = [...longTexts('', input), ...choices]
  const issues = first.length > 0 ? first : checkBody(schema, input)
  // The schema has a part for each group of models: of the other parts, only the model is wrong.
  const fields = issues.filter(({ path }) => choices.length > 0 || path !== 'model').map(inOurNames)
  if (issues.length > 0) throw new ApiError('invalid_input', undefined, { fields })
}

const oneOf = (path: string, value: Json | undefined, options: string[]): FieldIssue[] =>
  options.some((option) => option === value)
    ? []
    : [{ path, message: `Choose one of ${options.join(', ')}.` }]

const ourNames = new Map([
  ['max_train_steps', 'steps'],
  ['trigger_word', 'triggerWord'],
])

const inOurNames = ({ path, message }: FieldIssue): FieldIssue => ({
  path: ourNames.get(path) ?? path,
  message,
})

const toKreaTraining = ({ steps, triggerWord, ...rest }: Body): TrainingRequest => ({
  ...rest,
  triggerWord: triggerWord || undefined,
  maxTrainSteps: steps,
})
