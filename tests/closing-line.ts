import { relative } from 'node:path'
import type { Reporter, TestCase } from '@playwright/test/reporter'

/**
 * Ends a run with one plain line, `12 passed, 0 failed`. The lines before it name every test that was
 * skipped, with its reason, and every flaky test: one that passed only when it was run again has failed,
 * except in CI. Of the project `browsers` they name the browsers instead, which are the first word of its titles.
 */
export default class ClosingLine implements Reporter {
  private readonly tests = new Set<TestCase>()

  onTestEnd(test: TestCase) {
    this.tests.add(test)
  }

  onEnd() {
    const all = [...this.tests]
    const having = (outcome: string) => all.filter((test) => test.outcome() === outcome)
    const flaky = having('flaky')
    const [passedFlaky, failedFlaky] = process.env.CI ? [flaky.length, 0] : [0, flaky.length]
    const lines = [
      ...browserLines(all.filter(isOfBrowsers)),
      ...having('skipped')
        .filter((test) => !isOfBrowsers(test))
        .map((test) => `skipped: ${nameOf(test)} (${reasonOf(test)})`),
      ...flaky.map((test) => `flaky${process.env.CI ? '' : ', so failed'}: ${nameOf(test)}`),
      `${having('expected').length + passedFlaky} passed, ${having('unexpected').length + failedFlaky} failed`,
    ]
    process.stdout.write(`\n${lines.join('\n')}\n`)
  }

  printsToStdio() {
    return false
  }
}

const nameOf = ({ location, title }: TestCase) =>
  `${relative(process.cwd(), location.file)}:${location.line} ${title}`

const reasonOf = ({ annotations }: TestCase) =>
  annotations.find(({ type }) => type === 'skip')?.description ?? 'no reason given'

const isOfBrowsers = (test: TestCase) => test.parent.project()?.name === 'browsers'

const browserOf = ({ title }: TestCase) => title.split(':')[0] ?? title

function browserLines(tests: TestCase[]): string[] {
  const ran = new Set(tests.filter((test) => test.outcome() !== 'skipped').map(browserOf))
  const skipped = tests.filter((test) => !ran.has(browserOf(test)))
  const reasons = new Map(skipped.map((test) => [browserOf(test), reasonOf(test)]))
  return [
    ...(ran.size > 0 ? [`ran in ${[...ran].join(', ')}`] : []),
    ...[...reasons].map(([browser, reason]) => `did not run in ${browser} (${reason})`),
  ]
}
