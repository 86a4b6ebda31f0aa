export type Size = { width: number; height: number }
export type Point = { x: number; y: number }

/** What is seen: how much larger than fitted, and the point of the picture in the middle, 0 to 1. */
export type View = { scale: number; x: number; y: number }

/** The px there are, and those of the picture itself. */
export type Room = { stage: Size; picture: Size }

export const whole: View = { scale: 1, x: 0.5, y: 0.5 }

/** So far one may go: eight px of the screen for one of the picture, and at least twice the whole. */
const largestPixel = 8

/** The picture's size when all of it is seen. */
export function fitted({ stage, picture }: Room): Size {
  const share = Math.min(stage.width / picture.width, stage.height / picture.height)
  return { width: picture.width * share, height: picture.height * share }
}

/** Px of the screen for one of the picture. */
export const pixelSize = (view: View, room: Room): number =>
  (fitted(room).width / room.picture.width) * view.scale

/** The same view, with no more emptiness around the picture than must be. */
export function settle({ scale, x, y }: View, room: Room): View {
  const base = fitted(room)
  const most = Math.max(2, largestPixel / pixelSize(whole, room))
  const settled = Math.min(Math.max(scale, 1), most)
  return {
    scale: settled,
    x: within(x, room.stage.width / (base.width * settled) / 2),
    y: within(y, room.stage.height / (base.height * settled) / 2),
  }
}

/** @param margin the share of the picture that is seen on either side of the middle */
const within = (value: number, margin: number) =>
  margin >= 0.5 ? 0.5 : Math.min(Math.max(value, margin), 1 - margin)

/** @param at the point that stays where it is, in px from the middle of the stage */
export function zoomAt(view: View, factor: number, at: Point, room: Room): View {
  const base = fitted(room)
  const { scale } = settle({ ...view, scale: view.scale * factor }, room)
  const shift = (px: number, size: number) => px / (size * view.scale) - px / (size * scale)
  const x = view.x + shift(at.x, base.width)
  const y = view.y + shift(at.y, base.height)
  return settle({ scale, x, y }, room)
}

/** @param by how far the picture is dragged, in px */
export function panBy(view: View, by: Point, room: Room): View {
  const base = fitted(room)
  const x = view.x - by.x / (base.width * view.scale)
  const y = view.y - by.y / (base.height * view.scale)
  return settle({ ...view, x, y }, room)
}

/** The whole picture; or, when that is what is seen, its pixels at their own size around a point. */
export function toggleZoom(view: View, at: Point, room: Room): View {
  if (view.scale > 1) return whole
  const own = 1 / pixelSize(whole, room)
  return zoomAt(whole, own > 1.25 ? own : 2, at, room)
}

/** Where the picture lies, in px from the stage's top left corner. */
export function placed(view: View, room: Room): Point & Size {
  const base = fitted(room)
  const width = base.width * view.scale
  const height = base.height * view.scale
  return {
    x: room.stage.width / 2 - view.x * width,
    y: room.stage.height / 2 - view.y * height,
    width,
    height,
  }
}
