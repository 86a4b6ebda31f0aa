import { javascript, literal, python as pythonStyle } from '@/lib/snippets/literal'
import type { Cell } from '../expand'

/**
 * The plan as a program for Node.js 20 and later, with nothing to install. It keeps each job under
 * its cell's key in `results.json`, so that a second run makes only what is missing.
 */
export function typescriptPlan(cells: Cell[], baseUrl: string): string {
  return `import { existsSync, readFileSync, writeFileSync } from 'node:fs'

const baseUrl = process.env.KREA_API_BASE_URL ?? ${JSON.stringify(baseUrl)}
const headers = {
  Authorization: \`Bearer \${process.env.KREA_API_TOKEN}\`,
  'Content-Type': 'application/json',
}
const file = 'results.json'
const results = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}

const requests = ${literal(requestsOf(cells), javascript)}

for (const { key, model, input } of requests) {
  if (results[key]?.completed_at) continue
  let job = results[key] ?? (await ask('POST', \`/generate/\${model}\`, input))
  save(key, job)
  while (!job.completed_at) {
    await new Promise((resolve) => setTimeout(resolve, 2000))
    job = await ask('GET', \`/jobs/\${job.job_id}\`)
  }
  save(key, job)
  console.log(key.slice(0, 8), model, job.status)
}

async function ask(method, path, body) {
  const answer = await fetch(baseUrl + path, { method, headers, body: body && JSON.stringify(body) })
  if (!answer.ok) throw new Error(\`\${answer.status} \${await answer.text()}\`)
  return answer.json()
}

function save(key, job) {
  results[key] = job
  writeFileSync(file, JSON.stringify(results, null, 2))
}
`
}

/** The same for Python 3.8 and later, with nothing to install. */
export function pythonPlan(cells: Cell[], baseUrl: string): string {
  return `import json
import os
import time
import urllib.request

base_url = os.environ.get("KREA_API_BASE_URL", ${JSON.stringify(baseUrl)})
file = "results.json"
results = json.load(open(file)) if os.path.exists(file) else {}

requests = ${literal(requestsOf(cells), pythonStyle)}


def ask(method, path, body=None):
    request = urllib.request.Request(
        base_url + path,
        method=method,
        data=None if body is None else json.dumps(body).encode(),
        headers={
            "Authorization": "Bearer " + os.environ["KREA_API_TOKEN"],
            "Content-Type": "application/json",
        },
    )
    with urllib.request.urlopen(request) as answer:
        return json.load(answer)


def save(key, job):
    results[key] = job
    with open(file, "w") as out:
        json.dump(results, out, indent=2)


for request in requests:
    key = request["key"]
    if results.get(key, {}).get("completed_at"):
        continue
    job = results.get(key) or ask("POST", "/generate/" + request["model"], request["input"])
    save(key, job)
    while not job.get("completed_at"):
        time.sleep(2)
        job = ask("GET", "/jobs/" + job["job_id"])
    save(key, job)
    print(key[:8], request["model"], job["status"])
`
}

/** Cells that the document refuses are left out. */
const requestsOf = (cells: Cell[]) =>
  cells
    .filter(({ issues }) => issues.length === 0)
    .map(({ key, model, input }) => ({ key, model, input }))
