import { expect, test } from '@playwright/test'
import type { Input } from '@/lib/catalog/field'
import document from '@/lib/catalog/openapi.json'
import { readCatalog } from '@/lib/catalog/read'
import { translateRetired } from '@/lib/catalog/retired'

const models = readCatalog(document)
const picture = 'https://gen.krea.ai/images/one.png'

const cases: [string, Input, Input][] = [
  ['image/bfl/flux-1-dev', { imageUrl: picture }, { image_url: picture }],
  ['image/bfl/flux-1-dev', { guidance_scale_flux: 3 }, { guidance_scale: 3 }],
  [
    'image/bfl/flux-1-dev',
    { presetStyles: [], imageStyleRefs: [] },
    { styles: [], image_style_references: [] },
  ],
  [
    'image/google/nano-banana',
    { imageUrls: [picture], aspectRatio: '1:1' },
    { image_urls: [picture], aspect_ratio: '1:1' },
  ],
  ['image/google/nano-banana', { imageUrl: picture }, { image_urls: [picture] }],
  ['image/bytedance/seededit', { imageUrls: [picture] }, { image_url: picture }],
  ['image/bfl/flux-1-dev', { batchSize: 4, relaxedModeAccess: true }, {}],
  ['image/bfl/flux-1-dev', { imageUrl: 'old', image_url: 'new' }, { image_url: 'new' }],
  ['image/bfl/flux-1-dev', { colour: 'red' }, { colour: 'red' }],
  ['image/bfl/flux-1-dev', { constructor: 1, toString: 2 }, { constructor: 1, toString: 2 }],
  ['image/bfl/flux-1-dev', { image_url: 'new', imageUrl: 'old' }, { image_url: 'new' }],
]

for (const [id, input, translated] of cases) {
  test(`${Object.keys(input)} is spelled ${Object.keys(translated)} for ${id}`, () => {
    const model = models.find((candidate) => candidate.id === id)
    expect(model && translateRetired(model, input)).toEqual(translated)
  })
}
