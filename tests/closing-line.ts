import type { Reporter, TestCase, TestResult } from '@playwright/test/reporter'

/** Ends a run with one plain line: `12 passed, 0 failed`. A test that passed on a retry has passed. */
export default class ClosingLine implements Reporter {
  private readonly outcomes = new Map<TestCase, string>()

  onTestEnd(test: TestCase, _result: TestResult) {
    this.outcomes.set(test, test.outcome())
  }

  onEnd() {
    const outcomes = [...this.outcomes.values()]
    const count = (...words: string[]) => outcomes.filter((word) => words.includes(word)).length
    const skipped = count('skipped')
    const tail = skipped > 0 ? `, ${skipped} skipped` : ''
    process.stdout.write(
      `\n${count('expected', 'flaky')} passed, ${count('unexpected')} failed${tail}\n`,
    )
  }

  printsToStdio() {
    return false
  }
}
