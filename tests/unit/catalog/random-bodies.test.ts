import { expect, test } from '@playwright/test'
import type { Input, Json } from '@/lib/catalog/field'
import bundled from '@/lib/catalog/openapi.json'
import { readDocument } from '@/lib/catalog/read'
import { isObject } from '@/lib/catalog/schema/json-schema'
import { validateInput } from '@/lib/catalog/validate'
import { checkBody } from '@/lib/server/models/check-body'
import { seeded } from '@/tests/fixtures/krea/fuzz'
import { randomBody } from '@/tests/fixtures/krea/random-body'
import { judgeOf } from './document-judge'
import { keywordsDocument } from './keywords-document'

type Counts = { validTaken: number; invalidStopped: number; wrong: unknown[] }

/** Bodies by chance, judged by us and by ajv; `wrong` holds those on which the two disagree. */
function compare(document: object, judged: object, times: number): Counts {
  const { models, schemas } = readDocument(document)
  const judge = judgeOf(judged)
  const random = seeded(20261127)
  const counts: Counts = { validTaken: 0, invalidStopped: 0, wrong: [] }
  for (const model of models) {
    const schema = schemas.get(model.id) ?? {}
    const isValid = judge(model.id)
    for (let time = 0; time < times; time++) {
      const body: Input = randomBody(schema, random)
      const issues = [...validateInput(model, body), ...checkBody(schema, body)]
      const valid = isValid(body)
      if (valid !== (issues.length === 0)) counts.wrong.push({ id: model.id, body, valid, issues })
      else if (valid) counts.validTaken += 1
      else counts.invalidStopped += 1
    }
  }
  return counts
}

/** The document, and what we know of Krea beyond it: items are closed, pictures on the web, ids no blanks. */
const asKreaActs = (value: Json): Json => {
  if (Array.isArray(value)) return value.map(asKreaActs)
  if (!isObject(value)) return value
  const inside = Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key, asKreaActs(one)]),
  )
  if (isObject(inside.properties)) {
    const { id } = inside.properties
    const properties = isObject(id)
      ? { ...inside.properties, id: { ...id, minLength: 1 } }
      : inside.properties
    return { additionalProperties: false, ...inside, properties }
  }
  return inside.format === 'uri' ? { ...inside, pattern: '^https?://' } : inside
}

test('of 2,000 random bodies for each kind of schema, valid ones are taken and invalid ones stopped', () => {
  const { validTaken, invalidStopped, wrong } = compare(keywordsDocument, keywordsDocument, 2_000)
  expect(wrong.slice(0, 3)).toEqual([])
  expect(validTaken).toBeGreaterThan(3_000)
  expect(invalidStopped).toBeGreaterThan(3_000)
  expect(validTaken + invalidStopped).toBe(14_000)
})

test('of 2,200 random bodies for the bundled models, valid ones are taken and invalid ones stopped', () => {
  const paths = Object.fromEntries(
    Object.entries(bundled.paths).map(([path, item]) => [
      path,
      asKreaActs(JSON.parse(JSON.stringify(item))),
    ]),
  )
  const { validTaken, invalidStopped, wrong } = compare(bundled, { ...bundled, paths }, 50)
  expect(wrong.slice(0, 3)).toEqual([])
  expect(validTaken).toBeGreaterThan(500)
  expect(invalidStopped).toBeGreaterThan(500)
  expect(validTaken + invalidStopped).toBe(2_200)
})
