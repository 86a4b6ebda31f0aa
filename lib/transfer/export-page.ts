import type { parametersOf } from '../record/generation-parameters'

export type Exported = ReturnType<typeof parametersOf> & { file: string }

/** An HTML page of the pictures beside it; it needs no network and no script. */
export function contactSheet(pictures: Exported[], includesParameters: boolean): string {
  const figures = pictures.map((picture) => figure(picture, includesParameters)).join('\n')
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Pictures from Krea Playground</title>
<style>
  :root { color-scheme: light dark; font: 14px/1.45 system-ui, sans-serif }
  body { margin: 16px; display: grid; gap: 20px 12px; grid-template-columns: repeat(auto-fill, minmax(240px, 1fr)) }
  figure { margin: 0; overflow-wrap: anywhere }
  img { width: 100%; border-radius: 6px }
  figcaption small { display: block; opacity: 0.7 }
  pre { white-space: pre-wrap; font-size: 12px }
</style>
<body>
${figures}
</body>
</html>
`
}

function figure(picture: Exported, includesParameters: boolean): string {
  const { file, prompt, modelName, madeAt, input } = picture
  const address = file.split('/').map(encodeURIComponent).join('/')
  const facts = `<figcaption dir="auto">${escaped(prompt)}
    <small>${escaped(modelName)}, ${madeAt.slice(0, 10)}</small>
    <details><summary>Parameters</summary><pre>${escaped(JSON.stringify(input, null, 2))}</pre></details>
  </figcaption>`
  return `<figure>
  <a href="${address}"><img src="${address}" alt="${escaped(prompt)}" loading="lazy"></a>
  ${includesParameters ? facts : ''}
</figure>`
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string) => text.replaceAll(/[&<>"]/g, (sign) => entities[sign] ?? sign)
