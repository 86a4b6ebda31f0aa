import { javascript, literal } from './literal'
import { addressOf, type SnippetRequest } from './request'

/** For Node.js 20 and later, with nothing to install. */
export function typescript(request: SnippetRequest): string {
  return `type Job = { job_id: string; status: string; completed_at?: string | null; result?: unknown }

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
console.log(job.status, job.result)`
}
