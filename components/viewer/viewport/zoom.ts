export type Size = { width: number; height: number }
export type Point = { x: number; y: number }

/** `scale`: how many times larger than fitted. `x`, `y`: the point of the picture in the middle, from 0 to 1. */
export type ZoomState = { scale: number; x: number; y: number }

/** The sizes that a zoom is computed from, in px: the viewport's on screen and the picture's own. */
export type ZoomGeometry = { viewport: Size; picture: Size }

/** The whole picture is visible. */
export const notZoomed: ZoomState = { scale: 1, x: 0.5, y: 0.5 }

/** Screen pixels per picture pixel at the largest zoom. A small picture can be doubled in any case. */
const maxPixelScale = 8

/** The picture's size when all of it is visible. */
export function fittedSize({ viewport, picture }: ZoomGeometry): Size {
  const ratio = Math.min(viewport.width / picture.width, viewport.height / picture.height)
  return { width: picture.width * ratio, height: picture.height * ratio }
}

/** Screen pixels per picture pixel. */
export const pixelScale = (zoom: ZoomState, geometry: ZoomGeometry): number =>
  (fittedSize(geometry).width / geometry.picture.width) * zoom.scale

/** Keeps the scale within its limits, and the picture's edges outside the viewport where it is large enough. */
export function clampZoom({ scale, x, y }: ZoomState, geometry: ZoomGeometry): ZoomState {
  const fitted = fittedSize(geometry)
  const maxScale = Math.max(2, maxPixelScale / pixelScale(notZoomed, geometry))
  const clamped = Math.min(Math.max(scale, 1), maxScale)
  return {
    scale: clamped,
    x: clampCenter(x, geometry.viewport.width / (fitted.width * clamped) / 2),
    y: clampCenter(y, geometry.viewport.height / (fitted.height * clamped) / 2),
  }
}

/** @param margin the share of the picture that is visible on either side of its center */
const clampCenter = (value: number, margin: number) =>
  margin >= 0.5 ? 0.5 : Math.min(Math.max(value, margin), 1 - margin)

/** @param at the point that does not move, in px from the middle of the viewport */
export function zoomAt(
  zoom: ZoomState,
  factor: number,
  at: Point,
  geometry: ZoomGeometry,
): ZoomState {
  const fitted = fittedSize(geometry)
  const { scale } = clampZoom({ ...zoom, scale: zoom.scale * factor }, geometry)
  const shift = (px: number, size: number) => px / (size * zoom.scale) - px / (size * scale)
  const x = zoom.x + shift(at.x, fitted.width)
  const y = zoom.y + shift(at.y, fitted.height)
  return clampZoom({ scale, x, y }, geometry)
}

/** @param by how far the picture is dragged, in px */
export function panBy(zoom: ZoomState, by: Point, geometry: ZoomGeometry): ZoomState {
  const fitted = fittedSize(geometry)
  const x = zoom.x - by.x / (fitted.width * zoom.scale)
  const y = zoom.y - by.y / (fitted.height * zoom.scale)
  return clampZoom({ ...zoom, x, y }, geometry)
}

/** From the whole picture to its own pixels around a point, and back. */
export function toggleZoom(zoom: ZoomState, at: Point, geometry: ZoomGeometry): ZoomState {
  if (zoom.scale > 1) return notZoomed
  const actualSize = 1 / pixelScale(notZoomed, geometry)
  return zoomAt(notZoomed, actualSize > 1.25 ? actualSize : 2, at, geometry)
}

/** The picture's position and size, in px from the viewport's top left corner. */
export function pictureRect(zoom: ZoomState, geometry: ZoomGeometry): Point & Size {
  const fitted = fittedSize(geometry)
  const width = fitted.width * zoom.scale
  const height = fitted.height * zoom.scale
  return {
    x: geometry.viewport.width / 2 - zoom.x * width,
    y: geometry.viewport.height / 2 - zoom.y * height,
    width,
    height,
  }
}
