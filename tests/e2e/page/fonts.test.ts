import { expect, test } from '../../fixtures/browser/page'

test('the first view uses no fallback font', async ({ page }) => {
  await page.goto('/')
  await expect(page.getByRole('heading', { name: 'Make your first picture' })).toBeVisible()
  await page.evaluate(() => document.fonts.ready)
  const client = await page.context().newCDPSession(page)
  await client.send('DOM.enable')
  await client.send('CSS.enable')
  const { root } = await client.send('DOM.getDocument', { depth: 0 })
  const found = await client.send('DOM.querySelectorAll', {
    nodeId: root.nodeId,
    selector: 'body *',
  })
  const borrowed = new Set<string>()
  let own = 0
  for (const nodeId of found.nodeIds) {
    const { fonts } = await client.send('CSS.getPlatformFontsForNode', { nodeId })
    for (const { familyName, glyphCount, isCustomFont } of fonts)
      if (isCustomFont) own += glyphCount
      else borrowed.add(familyName)
  }
  expect(own).toBeGreaterThan(100)
  expect([...borrowed]).toEqual([])
})
