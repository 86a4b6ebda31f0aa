import { expect, test } from '@playwright/test'
import type { Definition } from '@/lib/experiment/definition'
import { expand } from '@/lib/experiment/expand'
import { htmlSheet } from '@/lib/experiment/export/html-sheet'
import { defaultLayout, everySheet } from '@/lib/experiment/sheet'
import { allModels } from './random-definition'

const script = `<script>alert("it's") && 1</script>`

const promptAxis = (name: string, labels: string[]) => ({
  name,
  values: labels.map((label) => ({ label, set: { words: { [name]: label } } })),
})

const definition: Definition = {
  format: 'krea-playground/experiment@1',
  name: `Foxes ${script}`,
  brief: `For Ada ${script}`,
  question: `Which one? ${script}`,
  model: 'image/bfl/flux-1-dev',
  input: { prompt: 'a fox in the snow at noon' },
  variables: {},
  axes: [
    promptAxis('noon', ['dawn', 'dusk']),
    promptAxis('fox', ['owl', 'hare']),
    promptAxis('snow', ['fog', script]),
  ],
  seeds: [1, 2],
}

/** The sheet as it is downloaded; each picture and each caption is known by its cell. */
function newSheet() {
  const expansion = expand(definition, allModels)
  const progress = expansion.cells.map((cell) => ({
    cell,
    recordId: `record ${cell.key}`,
    state: 'done' as const,
    attempt: 0,
  }))
  const html = htmlSheet(
    definition,
    everySheet(definition, expansion, progress, defaultLayout(definition)),
    (recordId) => `data:image/webp;base64,${btoa(recordId)}`,
    (key) => `caption of ${key} ${script}`,
  )
  return { html, cells: expansion.cells }
}

test('a contact sheet in HTML is one page with the picture and the label of every cell', () => {
  const { html, cells } = newSheet()
  expect(cells).toHaveLength(16)
  const textsIn = (pattern: RegExp) => [...html.matchAll(pattern)].map(([, text]) => text)
  expect(textsIn(/ src="data:image\/webp;base64,([^"]*)"/g).map((text = '') => atob(text))).toEqual(
    cells.map(({ key }) => `record ${key}`),
  )
  expect(textsIn(/<small>caption of (\S+)/g)).toEqual(cells.map(({ key }) => key))
  expect(textsIn(/<h2[^>]*>([^<]*)/g)).toEqual(['dawn', 'dusk'])
  expect(textsIn(/<th scope="row"[^>]*>([^<]*)/g)).toEqual(['owl', 'hare', 'owl', 'hare'])
  expect(textsIn(/<th scope="col"[^>]*>(\w+)/g)).toEqual(['fog', 'fog'])
})

test('a contact sheet in HTML shows signs of a prompt as they are, and runs and loads nothing', () => {
  const { html } = newSheet()
  const escaped = "&lt;script&gt;alert(&quot;it's&quot;) &amp;&amp; 1&lt;/script&gt;"
  for (const place of ['<title>Foxes', '<h1>Foxes', '>For Ada', '>Which one?'])
    expect(html).toContain(`${place} ${escaped}`)
  expect(html).toContain(`<th scope="col" dir="auto">${escaped}</th>`)
  expect(html.split(escaped), 'heads, captions, and the labels of two tables').toHaveLength(
    1 + 4 + 16 + 2,
  )
  expect(html).not.toMatch(/<script|<link|<iframe|https?:\/\/|url\(|@import| on\w+=/)
})
