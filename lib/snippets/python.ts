import { literal, python as style } from './literal'
import { addressOf, type SnippetRequest } from './request'

/** For Python 3.8 and later with `requests`. */
export function python(request: SnippetRequest): string {
  return `# pip install requests
import os
import time
from urllib.parse import urlparse

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

urls = (job.get("result") or {}).get("urls")
if not urls:
    raise SystemExit(f"No picture, {job['status']}: {job.get('result')}")
picture = requests.get(urls[0])
picture.raise_for_status()
name = "krea-" + urlparse(urls[0]).path.split("/")[-1]
with open(name, "wb") as file:
    file.write(picture.content)
print(f"Saved {name}")`
}
