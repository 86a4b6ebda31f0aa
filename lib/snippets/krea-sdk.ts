import { javascript, literal } from './literal'
import { kreaAddress, type SnippetRequest } from './request'

/**
 * With Krea's own package, which waits for the job by itself.
 * Source: https://docs.krea.ai/developers/examples/text-to-image
 */
export function kreaSdk({ baseUrl, model, input }: SnippetRequest): string {
  const address = baseUrl === kreaAddress ? '' : `  baseUrl: ${JSON.stringify(baseUrl)},\n`
  return `// npm install @krea-ai/sdk
import { Krea } from '@krea-ai/sdk'

const krea = new Krea({
  apiKey: process.env.KREA_API_TOKEN,
${address}})

const result = await krea.subscribe(${JSON.stringify(model)}, {
  input: ${literal(input, javascript, 1)},
})
console.log(result.data?.urls[0])`
}
