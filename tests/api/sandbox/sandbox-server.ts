import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'
import document from '../../../lib/catalog/openapi.json'
import { memoryStore } from '../../../lib/sandbox/jobs/memory-store'
import { createSandbox, type SandboxOptions } from '../../../lib/sandbox/sandbox'

export type Served = { url: string; close: () => Promise<void> }

/** An answer in place of the sandbox's, or null to leave it to the sandbox. */
type Intercept = (request: Request) => Promise<Response | null>

/** The sandbox behind a real HTTP server on a free port. */
export async function serveSandbox(
  options: Partial<SandboxOptions> = {},
  intercept: Intercept = async () => null,
): Promise<Served> {
  const sandbox = createSandbox({ document, speed: 200, store: memoryStore(), ...options })
  const server = createServer(async (incoming, outgoing) => {
    const headers = new Headers()
    for (const [name, value] of Object.entries(incoming.headers)) headers.set(name, String(value))
    const aborted = new AbortController()
    outgoing.on('close', () => aborted.abort())
    const request = new Request(`http://${incoming.headers.host}${incoming.url}`, {
      method: incoming.method,
      headers,
      signal: aborted.signal,
      ...(hasBody(incoming) && { body: streamOf(incoming), duplex: 'half' }),
    })
    const answer = (await intercept(request)) ?? (await sandbox(request))
    // An answer given before the whole request was read leaves a connection nobody can use again.
    if (!incoming.complete) outgoing.setHeader('connection', 'close')
    outgoing.writeHead(answer.status, Object.fromEntries(answer.headers))
    if (!answer.body) return outgoing.end()
    return Readable.from(answer.body)
      .on('error', () => outgoing.destroy())
      .pipe(outgoing)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = addressOf(server.address())
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

const hasBody = ({ method }: IncomingMessage) => method !== 'GET' && method !== 'HEAD'

function streamOf(incoming: IncomingMessage): ReadableStream<Uint8Array<ArrayBuffer>> {
  const chunks = incoming[Symbol.asyncIterator]()
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await chunks.next()
      if (done) controller.close()
      else controller.enqueue(new Uint8Array(value))
    },
  })
}

function addressOf(address: string | AddressInfo | null): AddressInfo {
  if (address === null || typeof address === 'string') throw new Error('not listening')
  return address
}
