import { expect, test } from '@playwright/test'
import type { Input } from '@/lib/catalog/field'
import document from '@/lib/catalog/openapi.json'
import { type Price, priceOf } from '@/lib/catalog/price'
import { readCatalog } from '@/lib/catalog/read'

const models = readCatalog(document)
const picture = 'https://gen.krea.ai/images/one.png'

const cases: [string, string, Input, Price | null][] = [
  ['a flat price', 'image/bfl/flux-1-dev', {}, { amount: 0.007, exact: true }],
  [
    'a price by a default resolution',
    'image/google/nano-banana-2',
    {},
    { amount: 0.08, exact: true },
  ],
  [
    'a price by a chosen resolution',
    'image/google/nano-banana-2',
    { resolution: '4K' },
    { amount: 0.16, exact: true },
  ],
  ['the text tier of Krea 2', 'image/krea/krea-2/large', {}, { amount: 0.06, exact: true }],
  [
    'its tier with style references',
    'image/krea/krea-2/large',
    { image_style_references: [{ url: picture }] },
    { amount: 0.065, exact: true },
  ],
  [
    'moodboards, which win over style references',
    'image/krea/krea-2/large',
    { moodboards: [{ id: 'a' }], image_style_references: [{ url: picture }] },
    { amount: 0.07, exact: true },
  ],
  [
    'a price by character references',
    'image/ideogram/ideogram-3',
    { character_reference_images: [picture] },
    { amount: 0.1575, exact: true },
  ],
  [
    'a price by the number of references',
    'image/luma/uni-1',
    { style_images: [{ url: picture, strength: 1 }] },
    { amount: 0.0434, exact: true },
  ],
  [
    '"from", where a dimension cannot be known',
    'image/bytedance/seedream-5-pro',
    {},
    { amount: 0.0473, exact: false },
  ],
  [
    '"from" with a width and a height, which may be billed as any resolution',
    'image/google/nano-banana-pro',
    { width: 4096, height: 4096 },
    { amount: 0.15, exact: false },
  ],
  [
    'nothing for a quality without a published price',
    'image/xai/grok-imagine-2',
    { quality: 'medium', resolution: '1K' },
    null,
  ],
  ['nothing for a model without prices', 'image/alibaba/qwen-image-3', {}, null],
]

for (const [what, id, input, price] of cases) {
  test(`${id} costs ${what}`, () => {
    const model = models.find((candidate) => candidate.id === id)
    expect(model && priceOf(model, input)).toEqual(price)
  })
}
