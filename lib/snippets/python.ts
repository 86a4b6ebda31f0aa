import { literal, python as style } from './literal'
import { addressOf, type SnippetRequest } from './request'

/** For Python 3.8 and later with `requests`. */
export function python(request: SnippetRequest): string {
  return `# pip install requests
import os
import time

import requests

headers = {"Authorization": f"Bearer {os.environ['KREA_API_TOKEN']}"}

response = requests.post(
    ${JSON.stringify(addressOf(request))},
    headers=headers,
    json=${literal(request.input, style, 1)},
)
response.raise_for_status()

job = response.json()
while not job.get("completed_at"):
    time.sleep(2)
    response = requests.get(
        ${JSON.stringify(`${request.baseUrl}/jobs/`)} + job["job_id"],
        headers=headers,
    )
    response.raise_for_status()
    job = response.json()
print(job["status"], job["result"])`
}
