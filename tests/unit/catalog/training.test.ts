import { expect, test } from '@playwright/test'
import type { Json } from '@/lib/catalog/field'
import { readTraining } from '@/lib/catalog/training'

const documentOf = (properties: { [key: string]: Json }) => ({
  paths: {
    '/styles/train': {
      post: { requestBody: { content: { 'application/json': { schema: { properties } } } } },
    },
  },
})

test('a training offers the models, types and steps of its document', () => {
  const document = documentOf({
    model: { type: 'string', enum: ['one', 'two'] },
    type: { type: 'string', enum: ['Style', 'Character'] },
    max_train_steps: { type: 'integer', minimum: 20, maximum: 900 },
  })
  expect(readTraining(document)).toMatchObject({
    models: ['one', 'two'],
    types: ['Style', 'Character'],
    minSteps: 20,
    maxSteps: 900,
  })
})

test('a training whose document says nothing of steps takes at least one', () => {
  const document = documentOf({ model: { type: 'string', enum: ['one'] } })
  expect(readTraining(document)).toMatchObject({ minSteps: 1, types: [] })
})

test('a document without a training, or without a model for it, offers none', () => {
  expect(readTraining({ paths: {} })).toBeNull()
  expect(readTraining(documentOf({ max_train_steps: { type: 'integer' } }))).toBeNull()
})
