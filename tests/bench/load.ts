import { Agent, get } from 'node:http'

export type Load = { perSecond: number; p50Ms: number; p99Ms: number; failures: number }

/** `everyMs`: how long each reader waits from one question to the next; else it asks at once. */
type Plan = { readers: number; seconds: number; everyMs?: number }

/** Readers that each ask again when they have their answer, over connections kept open. */
export async function load(urls: () => string, plan: Plan): Promise<Load> {
  const { readers, seconds, everyMs = 0 } = plan
  const agent = new Agent({ keepAlive: true, maxSockets: readers })
  const times: number[] = []
  let failures = 0
  const started = performance.now()
  const end = started + seconds * 1000

  const read = async () => {
    while (performance.now() < end) {
      const asked = performance.now()
      const status = await statusOf(urls(), agent)
      const spent = performance.now() - asked
      times.push(spent)
      if (status !== 200) failures += 1
      if (everyMs > spent) await new Promise((resolve) => setTimeout(resolve, everyMs - spent))
    }
  }
  await Promise.all(Array.from({ length: readers }, read))
  agent.destroy()
  const spent = (performance.now() - started) / 1000
  times.sort((a, b) => a - b)
  const at = (share: number) => times[Math.floor(times.length * share)] ?? 0
  return { perSecond: times.length / spent, p50Ms: at(0.5), p99Ms: at(0.99), failures }
}

function statusOf(url: string, agent: Agent): Promise<number> {
  return new Promise((resolve, reject) => {
    get(url, { agent }, (response) => {
      response.resume()
      response.once('end', () => resolve(response.statusCode ?? 0))
    }).once('error', reject)
  })
}
