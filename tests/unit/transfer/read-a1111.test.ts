import { expect, test } from '@playwright/test'
import { inputOfA1111, readA1111 } from '@/lib/transfer/read-a1111'

const written = `a lighthouse at dusk, oil on canvas,
a second line: with a colon
Negative prompt: blurry, Steps: 3
Steps: 28, Sampler: DPM++ 2M Karras, CFG scale: 6.5, Seed: 1234567890, Size: 832x1216, Model hash: 31e35c80fc, Model: sd_xl`

test('prompt, steps, guidance, seed and size are read from what AUTOMATIC1111 writes', () => {
  expect(readA1111(written)).toEqual({
    prompt: 'a lighthouse at dusk, oil on canvas,\na second line: with a colon',
    steps: 28,
    guidance: 6.5,
    seed: 1_234_567_890,
    width: 832,
    height: 1216,
  })
})

test('a prompt alone, without a negative one, is read; another text is not', () => {
  expect(readA1111('a fox\nSteps: 20, Seed: 7')).toMatchObject({
    prompt: 'a fox',
    steps: 20,
    seed: 7,
  })
  expect(readA1111('{"3": {"class_type": "KSampler"}}')).toBeNull()
  expect(readA1111('')).toBeNull()
})

test('what is not said is left out, and so is a seed that no number holds', () => {
  expect(inputOfA1111({ ...nothing, prompt: 'a fox', seed: 2 ** 60 })).toEqual({ prompt: 'a fox' })
})

const nothing = { steps: null, guidance: null, seed: null, width: null, height: null }
