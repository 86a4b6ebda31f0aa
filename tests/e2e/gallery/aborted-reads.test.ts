import { expect, test } from '../../fixtures/browser/page'
import { seedGallery } from '../../fixtures/browser/seed-gallery'

/** Runs in the page before its scripts: of the transactions that read pictures, one in three is aborted. */
function abortReads() {
  const { transaction } = IDBDatabase.prototype
  let count = 0
  IDBDatabase.prototype.transaction = function (names, mode, ...rest) {
    const begun = transaction.call(this, names, mode, ...rest)
    if (mode === 'readwrite' || ![names].flat().includes('thumbnails')) return begun
    count += 1
    // Its requests are made in this moment.
    if (count % 3 === 1) queueMicrotask(() => begun.abort())
    return begun
  }
}

test('pictures whose transactions the browser aborts are shown all the same, in the grid and large', async ({
  page,
}) => {
  await seedGallery(page, 12)
  await page.addInitScript(abortReads)
  await page.goto('/')
  const pictures = page.getByRole('article').getByRole('img')
  await expect(pictures).toHaveCount(12)
  await page.keyboard.press('p')
  const shown = page.getByRole('dialog', { name: 'Presentation' })
  await expect(shown.getByRole('img', { name: 'The newest picture' })).toBeVisible()
  await page.keyboard.press('ArrowRight')
  await expect(shown.getByRole('img', { name: 'Picture 1 of 12' })).toBeVisible()
})
