import { parametersKeyword, parametersOf } from '../record/generation-parameters'
import type { GalleryRecord } from '../record/record'
import { withTexts } from './png-text'

const bareKey = 'krea-playground:bare-files'

/** Whether exported files include their parameters: a setting of this browser, on by default. */
export function exportsParameters(): boolean {
  try {
    return localStorage.getItem(bareKey) === null
  } catch {
    return true
  }
}

export function setExportsParameters(exports: boolean): void {
  try {
    if (exports) localStorage.removeItem(bareKey)
    else localStorage.setItem(bareKey, 'yes')
  } catch {}
}

/** The file to export: a PNG includes its parameters, unless that is switched off. */
export function exportedPicture(record: GalleryRecord, picture: Blob): Blob {
  if (picture.type !== 'image/png' || !exportsParameters()) return picture
  return withTexts(picture, {
    Description: record.prompt,
    Software: 'Krea Playground',
    [parametersKeyword]: JSON.stringify(parametersOf(record)),
  })
}
