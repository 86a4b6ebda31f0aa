import { expect, test } from '@playwright/test'
import { ApiError } from '@/lib/contract/errors'
import type { GalleryRecord } from '@/lib/record/record'
import { advance, putBack, saved, toFailure, unsaved } from '@/lib/record/transitions'
import { completedJob, jobWith, savedPicture, submittingRecord } from '../../fixtures/record'
import { engineScene, flush } from './engine-scene'
import { fakeLibrary } from './fake-library'

const submitting = (id: string): GalleryRecord => ({ ...submittingRecord, id })
const waiting = (id: string, place = 1) => putBack(submitting(id), place, 0)
const running = (id: string) => advance(submitting(id), jobWith({ id: `job of ${id}` }), 0)
const saving = (id: string) => advance(running(id), completedJob, 0)
const done = (id: string) => saved(saving(id), savedPicture)

test('of several jobs that end in one moment, each has its event, once', async () => {
  const { engine, library, logEvents } = engineScene()
  const events = logEvents('ended')
  engine.start()
  library.write(running('a'), running('b'), running('c'))
  library.write(saving('a'), saving('b'), saving('c'))
  library.write(done('a'))
  await flush()
  expect(events).toEqual(['ended a', 'ended b', 'ended c'])
})

test('a job is queued, starts, ends and is saved, in this order', async () => {
  const { engine, library, logEvents } = engineScene()
  const events = logEvents('queued', 'started', 'ended', 'saved')
  engine.start()
  for (const record of [waiting('a'), submitting('a'), running('a'), saving('a'), done('a')])
    library.write(record)
  await flush()
  expect(events).toEqual(['queued a', 'started a', 'ended a', 'saved a'])
})

test('a restored, a changed and a deleted record are no events', async () => {
  const { engine, library, logEvents } = engineScene()
  const events = logEvents('queued', 'started', 'ended', 'saved')
  engine.start()
  library.write(done('restored'))
  library.write({ ...done('restored'), favourite: true })
  library.write(submitting('dropped'))
  library.remove('dropped')
  await flush()
  expect(events).toEqual([])
})

test('a tab that does not lead does no work, and emits the events of the leading one', async () => {
  const name = crypto.randomUUID()
  const channels = [new BroadcastChannel(name), new BroadcastChannel(name)] as const
  const leader = engineScene(fakeLibrary(channels[0]))
  const library = fakeLibrary(channels[1])
  const follower = engineScene(library)
  library.records.set('a', saving('a'))
  leader.engine.start()
  follower.engine.start()
  await leader.lead()
  const heard = new Promise<string>((resolve) =>
    follower.engine.on('ended', ({ id }) => resolve(id)),
  )
  leader.library.write(running('a'))
  leader.library.write(saving('a'))
  await leader.advance(0)
  expect(await heard).toBe('a')
  expect(leader.log).toEqual(['save a'])
  expect(follower.log).toEqual([])
  expect([leader.engine.isLeader(), follower.engine.isLeader()]).toEqual([true, false])
  for (const channel of channels) channel.close()
})

test('records that were unfinished when the page opened are continued once, by the leader', async () => {
  const { engine, library, log, lead, advance: wait } = engineScene()
  library.write(submitting('a'), running('b'), saving('c'), done('d'))
  engine.start()
  expect(log).toEqual([])
  await lead()
  await wait(60_000)
  expect(log).toEqual(['submit a', 'save c'])
  expect(engine.running.read().map(({ id }) => id)).toEqual(['b'])
  await lead(false)
  expect(engine.running.read()).toEqual([])
})

test('a broken record costs only itself', async () => {
  const { engine, library, log, errors, lead } = engineScene()
  library.write(submitting('broken'), submitting('a'), submitting('b'))
  library.unreadable.add('b')
  engine.start()
  await lead()
  expect(log).toEqual(['submit broken', 'submit a'])
  expect(errors.map(String)).toEqual(['Error: broken is broken'])
})

test('a record that could not be read, and a list of them, are read again after a while', async () => {
  const { engine, library, log, errors, lead, advance: wait } = engineScene()
  library.write(submitting('a'))
  library.unreadable.add('all').add('a')
  engine.start()
  await lead()
  library.unreadable.delete('all')
  await wait(5_000)
  library.unreadable.delete('a')
  await wait(4_999)
  expect(log).toEqual([])
  await wait(1)
  await wait(0)
  expect(log).toEqual(['submit a'])
  expect(errors).toEqual([])
})

test('a picture that could not be fetched or written is fetched again after a while, unless that cannot help', async () => {
  const { engine, library, log, lead, advance: wait } = engineScene()
  const passing = toFailure(new ApiError('krea_unavailable'), 1)
  const unwritten = toFailure(new ApiError('internal'), 1)
  const lasting = toFailure(new ApiError('not_found'), 1)
  library.write(
    unsaved(saving('passing'), passing),
    unsaved(saving('unwritten'), unwritten),
    unsaved(saving('lasting'), lasting),
  )
  engine.start()
  await lead()
  await wait(29_999)
  expect(log).toEqual([])
  await wait(1)
  expect(log).toEqual(['save passing', 'save unwritten'])
})

test('work that a full storage stopped goes on once there is space', async () => {
  const { engine, library, log, storage, lead, advance: wait } = engineScene()
  storage.write({ full: true, waiting: ['picture'] })
  library.write(submitting('answer'), saving('picture'), saving('small'), waiting('queued'))
  engine.start()
  await lead()
  expect(log).toEqual(['save small'])
  storage.write({ full: false, waiting: [] })
  await wait(0)
  expect(log.toSorted()).toEqual(['save picture', 'save small', 'startWaiting', 'submit answer'])
})

test('the queue goes on when its backoff has ended', async () => {
  const { engine, library, log, backoff, lead, advance: wait } = engineScene()
  backoff.write({ untilMs: 5_000, refusals: 1 })
  library.write(waiting('a'))
  engine.start()
  await lead()
  await wait(4_999)
  expect(log).toEqual([])
  await wait(1)
  expect(log).toEqual(['startWaiting'])
})

test('a stopped engine does nothing more', async () => {
  const { engine, library, log, lead, logEvents, advance: wait } = engineScene()
  const events = logEvents('started')
  const stop = engine.start()
  await lead()
  library.write(unsaved(saving('a'), toFailure(new ApiError('krea_unavailable'), 1)))
  await flush()
  stop()
  library.write(submitting('b'))
  await wait(60_000)
  expect([log, events]).toEqual([[], []])
})
