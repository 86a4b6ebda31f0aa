import { readFileSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import { browserslist } from '@/package.json'

for (const file of ['public/old-browser.js', 'README.md'])
  test(`the oldest browsers that ${file} names are those the page is built for`, () => {
    const text = readFileSync(file, 'utf8')
    const numberAfter = (name: RegExp) => Number(name.exec(text)?.[1])
    const chrome = numberAfter(/Chrome (?:or|and) Edge (?:from )?(\d+)/)
    const firefox = numberAfter(/Firefox (?:from )?(\d+)/)
    const safari = numberAfter(/Safari (?:from )?(\d+)/)
    expect(browserslist).toEqual([
      `chrome >= ${chrome}`,
      `edge >= ${chrome}`,
      `firefox >= ${firefox}`,
      `safari >= ${safari}`,
      `ios_saf >= ${safari}`,
    ])
  })
