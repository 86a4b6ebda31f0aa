import { expect, test } from '@playwright/test'
import {
  fitted,
  type Point,
  panBy,
  pixelSize,
  placed,
  settle,
  toggleZoom,
  type View,
  whole,
  zoomAt,
} from '@/components/viewer/viewport/zoom'

const room = { stage: { width: 800, height: 600 }, picture: { width: 2400, height: 1200 } }
const middle = { x: 0, y: 0 }

/** The point of the picture under a point of the stage, 0 to 1 each way. */
function under(view: View, at: Point): Point {
  const { x, y, width, height } = placed(view, room)
  return {
    x: (at.x + room.stage.width / 2 - x) / width,
    y: (at.y + room.stage.height / 2 - y) / height,
  }
}

test('the whole picture touches two sides of the stage and lies in its middle', () => {
  expect(fitted(room)).toEqual({ width: 800, height: 400 })
  expect(placed(whole, room)).toEqual({ x: 0, y: 100, width: 800, height: 400 })
})

test('what is under the pointer stays there while zooming in and out', () => {
  const at = { x: 190, y: -120 }
  const start = zoomAt(whole, 4, middle, room)
  const near = zoomAt(start, 1.7, at, room)
  expect(under(near, at).x).toBeCloseTo(under(start, at).x)
  expect(under(near, at).y).toBeCloseTo(under(start, at).y)
  const back = zoomAt(near, 1 / 1.7, at, room)
  expect(back.x).toBeCloseTo(start.x)
  expect(back.y).toBeCloseTo(start.y)
})

test('a drag moves the picture as far as the pointer', () => {
  const start = zoomAt(whole, 4, middle, room)
  const moved = placed(panBy(start, { x: 30, y: -20 }, room), room)
  expect(moved.x - placed(start, room).x).toBeCloseTo(30)
  expect(moved.y - placed(start, room).y).toBeCloseTo(-20)
})

test('no drag shows more than the edge, and a side that fits stays in the middle', () => {
  const zoomed = zoomAt(whole, 1.2, middle, room)
  const far = placed(panBy(zoomed, { x: 10_000, y: 10_000 }, room), room)
  expect(far.x).toBeCloseTo(0)
  expect(far.y + far.height / 2).toBeCloseTo(300)
})

test('zooming ends at the whole picture and at eight px for one', () => {
  expect(zoomAt(whole, 0.1, { x: 50, y: 50 }, room)).toEqual(whole)
  expect(pixelSize(zoomAt(whole, 1e6, middle, room), room)).toBeCloseTo(8)
})

test('a double click goes to the picture’s own pixels, and back', () => {
  const own = toggleZoom(whole, { x: 100, y: 0 }, room)
  expect(pixelSize(own, room)).toBeCloseTo(1)
  expect(toggleZoom(own, middle, room)).toEqual(whole)
})

test('a picture smaller than the stage is doubled, since its pixels are seen already', () => {
  const small = { ...room, picture: { width: 400, height: 300 } }
  expect(toggleZoom(whole, middle, small).scale).toBe(2)
})

test('one view shows the same part of pictures of different size', () => {
  const twice = { ...room, picture: { width: 4800, height: 2400 } }
  const view = zoomAt(whole, 3, { x: 120, y: 40 }, room)
  const [a, b] = [placed(settle(view, room), room), placed(settle(view, twice), twice)]
  expect(b.x).toBeCloseTo(a.x)
  expect(b.y).toBeCloseTo(a.y)
  expect(b.width).toBeCloseTo(a.width)
})
