import { toLinkValue } from '@/lib/experiment/link'
import { expect, test } from '../../fixtures/browser/page'

test.use({
  env: { SANDBOX_SPEED: '30', RATE_LIMIT_PER_MINUTE: '1000', BUDGET_USD_PER_DAY: '0.02' },
})

test('a plan says what the budget leaves and how many pictures fit, and only those are sent', async ({
  page,
}) => {
  test.slow()
  const plan = {
    format: 'krea-playground/experiment@1' as const,
    name: '',
    brief: '',
    question: '',
    model: 'image/bfl/flux-1-dev',
    input: { prompt: 'a fox', width: 512, height: 512 },
    variables: {},
    axes: [
      {
        name: 'Steps',
        values: [10, 20, 30, 40].map((steps) => ({ label: `${steps}`, set: { input: { steps } } })),
      },
    ],
    seeds: [7],
  }
  await page.goto(`/?experiment=${toLinkValue(plan)}`)
  await expect(page.getByText(/\$0\.02 left today · 2 of 4 fit/)).toBeVisible()
  await page.getByRole('button', { name: /^Run 2 pictures · \$0\.01/ }).click()
  await expect(page.getByText('2 of 4 done')).toBeVisible()
  await expect(page.getByText(/failed/)).toHaveCount(0)
})
