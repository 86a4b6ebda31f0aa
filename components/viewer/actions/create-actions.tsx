import { Expand, FlaskConical, ImagePlus, Shuffle, SlidersHorizontal } from 'lucide-react'
import { openPlan } from '@/components/experiments/open-plan'
import { lazyPart } from '@/components/ui/lazy-part'
import { priceOf } from '@/lib/catalog/price'
import { formatPrice } from '@/lib/draft/price'
import { replaceDraft } from '@/lib/draft/replace-draft'
import { isSaved } from '@/lib/record/record-state'
import { openExperiment } from '../overlay-address'
import { addAsInput, enhancersIn, submitVariation } from './submit-from-picture'
import { hasRequest, type ViewerAction } from './viewer-action'

const UpscaleDialog = lazyPart(() => import('./upscale-dialog').then((file) => file.UpscaleDialog))

const unknownTitle = 'The settings of this picture are not known'

/** Actions that make another picture from this one. */
export const createActions: ViewerAction[] = [
  {
    id: 'reuse',
    label: 'Reuse settings',
    button: {
      place: 'create',
      icon: SlidersHorizontal,
      title: (context) => (hasRequest(context) ? undefined : unknownTitle),
    },
    isEnabled: hasRequest,
    run: ({ record, showComposer }) => {
      replaceDraft({ model: record.model, input: record.input })
      showComposer()
    },
  },
  {
    id: 'vary',
    label: 'Vary',
    button: {
      place: 'create',
      icon: Shuffle,
      title: (context) => {
        if (context.model) return 'Same settings, new seed'
        return hasRequest(context) ? 'This model is no longer available' : unknownTitle
      },
      note: ({ model, record }) => (model ? formatPrice(priceOf(model, record.input)) : null),
    },
    isEnabled: ({ canSpend, isBusy, model }) => canSpend && !isBusy && model !== undefined,
    run: ({ record, model, attempt }) => attempt(() => submitVariation(record, model)),
  },
  {
    id: 'experiment',
    label: 'Experiment',
    button: {
      place: 'create',
      icon: FlaskConical,
      title: ({ record }) =>
        record.experiment
          ? 'Back to its experiment'
          : 'Vary settings, models or prompts side by side',
    },
    isEnabled: hasRequest,
    run: ({ record, model }) =>
      record.experiment ? openExperiment(record.experiment.id) : openPlan(record, model),
  },
  {
    id: 'use-as-input',
    label: 'Use as input',
    button: { place: 'create', icon: ImagePlus },
    isEnabled: ({ isBusy, record }) => !isBusy && isSaved(record.state.kind),
    run: ({ record, attempt, showComposer }) => attempt(() => addAsInput(record, showComposer)),
  },
  {
    id: 'upscale',
    label: 'Upscale',
    button: { place: 'create', icon: Expand },
    isEnabled: ({ canSpend, isBusy, record, models }) =>
      canSpend && !isBusy && isSaved(record.state.kind) && enhancersIn(models).length > 0,
    run: ({ openDialog }) => openDialog('upscale'),
    dialog: (context, onClose) => <UpscaleDialog context={context} onClose={onClose} />,
  },
]
