import { parametersKeyword, parametersOf } from '../record/generation-parameters'
import type { GalleryRecord } from '../record/record'
import { withTexts } from './png-text'

const bareKey = 'krea-playground:bare-files'

/** Whether files that leave this gallery say how they were made. A choice of this browser; yes at first. */
export function namesParameters(): boolean {
  try {
    return localStorage.getItem(bareKey) === null
  } catch {
    return true
  }
}

export function setNamesParameters(tells: boolean): void {
  try {
    if (tells) localStorage.removeItem(bareKey)
    else localStorage.setItem(bareKey, 'yes')
  } catch {}
}

/** A picture as it leaves: a PNG carries its parameters, unless the person chose otherwise. */
export function exportedPicture(record: GalleryRecord, picture: Blob): Blob {
  if (picture.type !== 'image/png' || !namesParameters()) return picture
  return withTexts(picture, {
    Description: record.prompt,
    Software: 'Krea Playground',
    [parametersKeyword]: JSON.stringify(parametersOf(record)),
  })
}
