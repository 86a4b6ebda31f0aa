import { expect, test } from '@playwright/test'
import {
  clampZoom,
  fittedSize,
  notZoomed,
  type Point,
  panBy,
  pictureRect,
  pixelScale,
  toggleZoom,
  type ZoomState,
  zoomAt,
} from '@/components/viewer/viewport/zoom'

const geometry = { viewport: { width: 800, height: 600 }, picture: { width: 2400, height: 1200 } }
const center = { x: 0, y: 0 }

/** The point of the picture at a point of the viewport, from 0 to 1 each way. */
function pointAt(zoom: ZoomState, at: Point): Point {
  const { x, y, width, height } = pictureRect(zoom, geometry)
  return {
    x: (at.x + geometry.viewport.width / 2 - x) / width,
    y: (at.y + geometry.viewport.height / 2 - y) / height,
  }
}

test('the whole picture touches two sides of the viewport and is centered', () => {
  expect(fittedSize(geometry)).toEqual({ width: 800, height: 400 })
  expect(pictureRect(notZoomed, geometry)).toEqual({ x: 0, y: 100, width: 800, height: 400 })
})

test('the point under the pointer does not move while zooming in and out', () => {
  const at = { x: 190, y: -120 }
  const start = zoomAt(notZoomed, 4, center, geometry)
  const near = zoomAt(start, 1.7, at, geometry)
  expect(pointAt(near, at).x).toBeCloseTo(pointAt(start, at).x)
  expect(pointAt(near, at).y).toBeCloseTo(pointAt(start, at).y)
  const back = zoomAt(near, 1 / 1.7, at, geometry)
  expect(back.x).toBeCloseTo(start.x)
  expect(back.y).toBeCloseTo(start.y)
})

test('a drag moves the picture as far as the pointer', () => {
  const start = zoomAt(notZoomed, 4, center, geometry)
  const moved = pictureRect(panBy(start, { x: 30, y: -20 }, geometry), geometry)
  expect(moved.x - pictureRect(start, geometry).x).toBeCloseTo(30)
  expect(moved.y - pictureRect(start, geometry).y).toBeCloseTo(-20)
})

test('a drag stops at the edge of the picture, and a side that fits stays centered', () => {
  const zoomed = zoomAt(notZoomed, 1.2, center, geometry)
  const far = pictureRect(panBy(zoomed, { x: 10_000, y: 10_000 }, geometry), geometry)
  expect(far.x).toBeCloseTo(0)
  expect(far.y + far.height / 2).toBeCloseTo(300)
})

test('zooming ends at the whole picture and at eight screen pixels per picture pixel', () => {
  expect(zoomAt(notZoomed, 0.1, { x: 50, y: 50 }, geometry)).toEqual(notZoomed)
  expect(pixelScale(zoomAt(notZoomed, 1e6, center, geometry), geometry)).toBeCloseTo(8)
})

test('a double click goes to the picture’s own pixels, and back', () => {
  const own = toggleZoom(notZoomed, { x: 100, y: 0 }, geometry)
  expect(pixelScale(own, geometry)).toBeCloseTo(1)
  expect(toggleZoom(own, center, geometry)).toEqual(notZoomed)
})

test('a double click doubles a picture that is smaller than the viewport', () => {
  const small = { ...geometry, picture: { width: 400, height: 300 } }
  expect(toggleZoom(notZoomed, center, small).scale).toBe(2)
})

test('a picture can be doubled where fitting it makes its pixels larger than eight', () => {
  const tiny = { ...geometry, picture: { width: 80, height: 60 } }
  expect(clampZoom({ ...notZoomed, scale: 9 }, tiny).scale).toBe(2)
})

test('one zoom state shows the same part of pictures of different sizes', () => {
  const twice = { ...geometry, picture: { width: 4800, height: 2400 } }
  const view = zoomAt(notZoomed, 3, { x: 120, y: 40 }, geometry)
  const [a, b] = [
    pictureRect(clampZoom(view, geometry), geometry),
    pictureRect(clampZoom(view, twice), twice),
  ]
  expect(b.x).toBeCloseTo(a.x)
  expect(b.y).toBeCloseTo(a.y)
  expect(b.width).toBeCloseTo(a.width)
})
