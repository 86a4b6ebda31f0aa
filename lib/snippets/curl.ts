import { addressOf, type SnippetRequest } from './request'

/** For any POSIX shell: nothing between single quotes means anything to it. */
export function curl(request: SnippetRequest): string {
  return `curl ${quoted(addressOf(request))} \\
  -H "Authorization: Bearer $KREA_API_TOKEN" \\
  -H 'Content-Type: application/json' \\
  -d ${quoted(JSON.stringify(request.input, null, 2))}

# The response contains a job_id. Poll every few seconds until completed_at is set:
# curl ${quoted(`${request.baseUrl}/jobs/JOB_ID`)} -H "Authorization: Bearer $KREA_API_TOKEN"`
}

const quoted = (text: string) => `'${text.replaceAll("'", "'\\''")}'`
