/** One tab of a real browser, with as much of it as the journey needs. */
export type Tab = {
  open: (url: string) => Promise<void>
  /** The function runs in the page: it may use nothing from outside. */
  evaluate: <Args extends unknown[], T>(
    work: (...args: Args) => T | Promise<T>,
    ...args: Args
  ) => Promise<T>
  /** In CSS pixels from the top left of the page's area. */
  click: (x: number, y: number) => Promise<void>
  /** Types into what has the focus. */
  type: (text: string) => Promise<void>
  press: (key: 'Enter' | 'Escape' | 'Tab') => Promise<void>
  selectAll: () => Promise<void>
  /** Chooses a file of this machine for the file input that matches. */
  chooseFile: (selector: string, path: string) => Promise<void>
  screenshot: (path: string) => Promise<void>
}

export type RunningBrowser = {
  newTab: () => Promise<Tab>
  close: () => Promise<void>
}

export type LaunchOptions = {
  /** An empty folder of its own. */
  profile: string
  /** Downloads go there without a question. */
  downloads: string
  isPrivate: boolean
  size: { width: number; height: number }
}

export type Driver = {
  name: 'Chromium' | 'Firefox' | 'WebKit'
  /** A browser without windows shows all of its tabs. */
  hidesTabs: boolean
  /** Null where the browser is there; else what is missing. */
  missing: () => string | null
  launch: (options: LaunchOptions) => Promise<RunningBrowser>
}
