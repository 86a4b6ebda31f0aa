import { javascript, literal } from './literal'
import { addressOf, type SnippetRequest } from './request'

/** For Node.js 20 and later, with nothing to install. */
export function typescript(request: SnippetRequest): string {
  return `import { writeFile } from 'node:fs/promises'

type Job = {
  job_id: string
  status: string
  completed_at?: string | null
  result?: { urls?: string[] } | null
}

const headers = {
  Authorization: \`Bearer \${process.env.KREA_API_TOKEN}\`,
  'Content-Type': 'application/json',
}

const response = await fetch(${JSON.stringify(addressOf(request))}, {
  method: 'POST',
  headers,
  body: JSON.stringify(${literal(request.input, javascript, 1)}),
})
if (!response.ok) throw new Error(\`\${response.status} \${await response.text()}\`)

let job = (await response.json()) as Job
while (!job.completed_at) {
  await new Promise((resolve) => setTimeout(resolve, 2000))
  const answer = await fetch(\`${request.baseUrl}/jobs/\${job.job_id}\`, { headers })
  if (!answer.ok) throw new Error(\`\${answer.status} \${await answer.text()}\`)
  job = (await answer.json()) as Job
}

const url = job.result?.urls?.[0]
if (!url) throw new Error(\`No picture, \${job.status}: \${JSON.stringify(job.result)}\`)
const picture = await fetch(url)
if (!picture.ok) throw new Error(\`\${picture.status} \${await picture.text()}\`)
const file = \`krea-\${new URL(url).pathname.split('/').at(-1)}\`
await writeFile(file, new Uint8Array(await picture.arrayBuffer()))
console.log(\`Saved \${file}\`)`
}
