import { writeFile } from 'node:fs/promises'
import type { Tab } from './driver'

/** A session of W3C WebDriver (https://www.w3.org/TR/webdriver2). */
export type Session = {
  newTab: () => Promise<Tab>
  end: () => Promise<void>
}

type Send = <T>(method: 'GET' | 'POST' | 'DELETE', path: string, body?: object) => Promise<T>

/** Under this name WebDriver passes elements. */
const elementKey = 'element-6066-11e4-a52e-4f735466cecf'
const keys = { Enter: '\uE007', Escape: '\uE00C', Tab: '\uE004', Control: '\uE009' }

export async function startSession(server: string, capabilities: object): Promise<Session> {
  const send = sender(server)
  const body = { capabilities: { alwaysMatch: capabilities } }
  const { sessionId } = await send<{ sessionId: string }>('POST', '/session', body)
  const inSession = sender(`${server}/session/${sessionId}`)
  await inSession('POST', '/timeouts', { script: 60_000, pageLoad: 60_000 })
  let isFirst = true
  return {
    async newTab() {
      const handle = isFirst
        ? await inSession<string>('GET', '/window')
        : (await inSession<{ handle: string }>('POST', '/window/new', { type: 'tab' })).handle
      isFirst = false
      return tabOf(inSession, handle)
    },
    end: () => inSession('DELETE', ''),
  }
}

function sender(base: string): Send {
  return async (method, path, body) => {
    const response = await fetch(base + path, {
      method,
      ...(method === 'POST' && { body: JSON.stringify(body ?? {}) }),
    })
    const { value } = await response.json()
    if (!response.ok) throw new Error(`${method} ${path}: ${value.error}: ${value.message}`)
    return value
  }
}

function tabOf(session: Send, handle: string): Tab {
  const send: Send = async (method, path, body) => {
    await session('POST', '/window', { handle })
    return session(method, path, body)
  }
  const act = (type: 'key' | 'pointer', actions: object[]) =>
    send<null>('POST', '/actions', { actions: [{ type, id: type, actions }] })
  const press = (text: string) =>
    act(
      'key',
      [...text].flatMap((value) => [
        { type: 'keyDown', value },
        { type: 'keyUp', value },
      ]),
    )
  return {
    open: async (url) => void (await send('POST', '/url', { url })),
    async evaluate(work, ...args) {
      const script = `const done = arguments[arguments.length - 1]
        Promise.resolve().then(() => (${work})(...${JSON.stringify(args)})).then(
          (value) => done({ value }), (error) => done({ error: String(error) }))`
      const result = await send<{ value: never; error?: string }>('POST', '/execute/async', {
        script,
        args: [],
      })
      if (result.error !== undefined) throw new Error(result.error)
      return result.value
    },
    click: async (x, y) =>
      void (await act('pointer', [
        { type: 'pointerMove', x: Math.round(x), y: Math.round(y), duration: 0 },
        { type: 'pointerDown', button: 0 },
        { type: 'pointerUp', button: 0 },
      ])),
    type: async (text) => void (await press(text)),
    press: async (key) => void (await press(keys[key])),
    selectAll: async () =>
      void (await act('key', [
        { type: 'keyDown', value: keys.Control },
        { type: 'keyDown', value: 'a' },
        { type: 'keyUp', value: 'a' },
        { type: 'keyUp', value: keys.Control },
      ])),
    async chooseFile(selector, path) {
      const found = await send<Record<string, string>>('POST', '/element', {
        using: 'css selector',
        value: selector,
      })
      await send('POST', `/element/${found[elementKey]}/value`, { text: path })
    },
    async screenshot(path) {
      await writeFile(path, Buffer.from(await send<string>('GET', '/screenshot'), 'base64'))
    },
  }
}
