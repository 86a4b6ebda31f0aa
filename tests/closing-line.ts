import { relative } from 'node:path'
import type { Reporter, TestCase } from '@playwright/test/reporter'

/**
 * Ends a run with one plain line, `12 passed, 0 failed`. The lines before it name every test that was
 * skipped, with its reason, and every flaky test: one that passed only when it was run again has failed,
 * except in CI.
 */
export default class ClosingLine implements Reporter {
  private readonly tests = new Set<TestCase>()

  onTestEnd(test: TestCase) {
    this.tests.add(test)
  }

  onEnd() {
    const having = (outcome: string) => [...this.tests].filter((test) => test.outcome() === outcome)
    const flaky = having('flaky')
    const [passedFlaky, failedFlaky] = process.env.CI ? [flaky.length, 0] : [0, flaky.length]
    const lines = [
      ...having('skipped').map((test) => `skipped: ${nameOf(test)} (${reasonOf(test)})`),
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
