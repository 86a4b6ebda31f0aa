import { expect, test } from '@playwright/test'
import type * as z from 'zod/mini'
import { getJobs, postJob } from '@/lib/contract/jobs'
import { changePass, postPass } from '@/lib/contract/passes'
import { postGuest } from '@/lib/contract/reviews/guest-routes'
import { optionsChange, titleSchema } from '@/lib/contract/reviews/options'
import { pictureMetaSchema } from '@/lib/contract/reviews/picture'
import {
  newCommentSchema,
  pairSchema,
  pinSchema,
  verdictChange,
} from '@/lib/contract/reviews/verdicts'
import { postTraining } from '@/lib/contract/styles'

const text = (length: number) => 'x'.repeat(length)
const id = '0199a000-0000-7000-8000-000000000001'
const ids = (count: number) => Array<string>(count).fill(id).join()
const job = { model: 'image/a/b', input: {} }
const pass = { name: 'Ada', dollars: 1 }
const training = { model: 'm', name: 'n', urls: ['https://a.io/1.png'] }
const urls = (count: number) => Array<string>(count).fill('https://a.io/1.png')
const settings = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, at) => [`s${at}`, at]))
const pair = { left: id, right: id, choice: 'neither' }

/** What is just within each limit, and what is just beyond it. */
const limits: [what: string, schema: z.ZodMiniType, within: unknown[], beyond: unknown[]][] = [
  [
    'a model’s name',
    postJob.body,
    [{ ...job, model: text(200) }],
    [{ ...job, model: text(201) }, { input: {} }],
  ],
  [
    'a webhook',
    postJob.body,
    [{ ...job, webhookUrl: text(1_000) }, job],
    [{ ...job, webhookUrl: text(1_001) }],
  ],
  [
    'ids of jobs',
    getJobs.query,
    [{ ids: ids(1) }, { ids: ids(100) }, { ids: id.toUpperCase() }],
    [{ ids: ids(101) }, { ids: '' }, { ids: 'x' }, {}],
  ],
  [
    'the name of a pass',
    postPass.body,
    [{ ...pass, name: text(80) }],
    [
      { ...pass, name: text(81) },
      { ...pass, name: ' ' },
      { ...pass, other: 1 },
    ],
  ],
  [
    'the dollars of a pass',
    postPass.body,
    [
      { ...pass, dollars: 0.01 },
      { ...pass, dollars: 100_000 },
    ],
    [
      { ...pass, dollars: 0 },
      { ...pass, dollars: 100_001 },
      { ...pass, dollars: '1' },
    ],
  ],
  [
    'the models of a pass',
    postPass.body,
    [
      { ...pass, models: null },
      { ...pass, models: [text(200)] },
    ],
    [
      { ...pass, models: [] },
      { ...pass, models: [text(201)] },
    ],
  ],
  [
    'more dollars for a pass',
    changePass.body,
    [{}, { dollars: 100_000 }, { expiresAt: null }],
    [{ dollars: 0 }, { dollars: 100_001 }, { expiresAt: 'soon' }],
  ],
  [
    'pictures to train on',
    postTraining.body,
    [training, { ...training, urls: urls(2_000) }],
    [
      { ...training, urls: [] },
      { ...training, urls: urls(2_001) },
      { ...training, urls: ['x'] },
    ],
  ],
  [
    'the name of a guest',
    postGuest.body,
    [{ name: text(40) }, { name: `  ${text(40)}  ` }],
    [{ name: text(41) }, { name: '  ' }, { name: 'a\0b' }],
  ],
  ['the title of a review', titleSchema, [text(120)], [text(121), '']],
  [
    'picks of a review',
    optionsChange,
    [{}, { maxPicks: 1 }, { maxPicks: 300 }, { maxPicks: null }],
    [{ maxPicks: 0 }, { maxPicks: 301 }, { maxPicks: 1.5 }, { other: true }],
  ],
  [
    'a rating',
    verdictChange,
    [{ rating: 1 }, { rating: 5 }, { rating: null }, { pick: false }],
    [{ rating: 0 }, { rating: 6 }, { rating: 2.5 }, { picked: true }],
  ],
  [
    'a choice',
    pairSchema,
    [pair, { ...pair, choice: 'left' }, { ...pair, choice: 'right' }, { ...pair, choice: 'equal' }],
    [
      { ...pair, choice: '' },
      { ...pair, left: 'x' },
      { ...pair, more: 1 },
    ],
  ],
  [
    'the place of a comment',
    pinSchema,
    [
      { x: 0, y: 0 },
      { x: 1, y: 1 },
    ],
    [
      { x: -0.01, y: 0 },
      { x: 0, y: 1.01 },
    ],
  ],
  [
    'a comment',
    newCommentSchema,
    [{ text: text(1_000) }, { text: 'x', at: null }],
    [{ text: text(1_001) }, { text: ' ' }, { text: 'a\0b' }],
  ],
  [
    'what is said of a picture',
    pictureMetaSchema,
    [{ label: text(200), prompt: text(10_000), price: 0, settings: settings(60) }],
    [{ label: text(201) }, { prompt: text(10_001) }, { price: -1 }, { settings: settings(61) }],
  ],
]

for (const [what, schema, within, beyond] of limits)
  test(`${what} may go to its limit and not beyond`, () => {
    const isTaken = (value: unknown) => schema.safeParse(value).success
    expect(within.filter((value) => !isTaken(value))).toEqual([])
    expect(beyond.filter(isTaken)).toEqual([])
  })
