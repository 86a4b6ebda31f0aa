import { expect, test } from '@playwright/test'
import { titleOfEnded } from '@/components/gallery/notices/ended-title'
import type { GalleryRecord } from '@/lib/record/record'
import { completedJob, savedPicture } from '../../fixtures/record'

const done: GalleryRecord['state'] = { kind: 'done', job: completedJob, picture: savedPicture }
const cancelled: GalleryRecord['state'] = { kind: 'cancelled', job: completedJob }
const failed: GalleryRecord['state'] = {
  kind: 'failed',
  job: null,
  failure: { code: 'nsfw', message: '', charged: 'no', at: 0 },
}

const titleOf = (...states: GalleryRecord['state'][]) =>
  titleOfEnded(states.map((state) => ({ state })))

test('the title of a notification says what became of one job', () => {
  expect(titleOf(done)).toBe('Your picture is ready')
  expect(titleOf(failed)).toBe('A picture failed')
  expect(titleOf(cancelled)).toBe('A picture was cancelled')
})

test('the title of a notification counts several jobs, and calls only pictures ready', () => {
  expect(titleOf(done, done, done)).toBe('3 pictures are ready')
  expect(titleOf(cancelled, cancelled)).toBe('2 pictures were cancelled')
  expect(titleOf(done, failed, cancelled, done)).toBe('2 ready, 1 failed, 1 cancelled')
})
