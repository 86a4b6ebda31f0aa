import 'server-only'
import { headers } from 'next/headers'

/** What a page knows of the request it answers, in the form that routes have. */
export async function pageRequest(): Promise<Request> {
  return new Request('http://localhost', { headers: await headers() })
}
