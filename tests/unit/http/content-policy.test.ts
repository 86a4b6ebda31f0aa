import { expect, test } from '@playwright/test'
import { CspEvaluator } from 'csp_evaluator'
import { Severity } from 'csp_evaluator/dist/finding.js'
import { CspParser } from 'csp_evaluator/dist/parser.js'
import { contentPolicy } from '@/lib/server/http/content-policy'

const severe: number[] = [Severity.SYNTAX, Severity.HIGH, Severity.HIGH_MAYBE]
const findingsOf = (policy: string) =>
  new CspEvaluator(new CspParser(policy).csp)
    .evaluate()
    .filter(({ severity }) => severe.includes(severity))
    .map(({ directive, description }) => `${directive}: ${description}`)

test('Google’s evaluator finds nothing severe in the policy of pages', () => {
  const nonce = 'q83vEjRWeJASNFZ4kBI0Vg=='
  expect(findingsOf(contentPolicy({ nonce, isProduction: true }))).toEqual([])
})

test('the evaluator does find what is severe', () => {
  expect(findingsOf("script-src 'unsafe-inline'").length).toBeGreaterThan(0)
})

test('nothing inline and no eval is allowed in production', () => {
  const policy = contentPolicy({ nonce: 'x', isProduction: true })
  expect(policy).not.toMatch(/unsafe/)
  expect(contentPolicy({ nonce: 'x', isProduction: false })).toContain("'unsafe-eval'")
})

test('the stylesheet in the page needs the nonce, in production only: beside a nonce, no inline style of the tools would count', () => {
  expect(contentPolicy({ nonce: 'x', isProduction: true })).toContain("style-src 'self' 'nonce-x';")
  expect(contentPolicy({ nonce: 'x', isProduction: false })).toContain(
    "style-src 'self' 'unsafe-inline';",
  )
})
