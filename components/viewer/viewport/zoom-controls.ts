import { notZoomed, panBy, toggleZoom, type ZoomGeometry, type ZoomState, zoomAt } from './zoom'

const center = { x: 0, y: 0 }
const zoomStep = 1.4
/** The share of the viewport that an arrow key moves. */
const panStep = 0.15

export type ZoomControls = {
  zoom: ZoomState
  isZoomed: boolean
  zoomIn: () => void
  zoomOut: () => void
  reset: () => void
  toggle: () => void
  panLeft: () => void
  panRight: () => void
  panUp: () => void
  panDown: () => void
}

/** Zooms without a pointer, around the middle of the viewport. */
export function createZoomControls(
  zoom: ZoomState,
  geometry: ZoomGeometry | null,
  onZoom: (zoom: ZoomState) => void,
): ZoomControls {
  const zoomBy = (factor: number) => () =>
    geometry && onZoom(zoomAt(zoom, factor, center, geometry))
  const pan = (x: number, y: number) => () => {
    if (!geometry) return
    const { width, height } = geometry.viewport
    onZoom(panBy(zoom, { x: x * width * panStep, y: y * height * panStep }, geometry))
  }
  return {
    zoom,
    isZoomed: zoom.scale > 1,
    zoomIn: zoomBy(zoomStep),
    zoomOut: zoomBy(1 / zoomStep),
    reset: () => onZoom(notZoomed),
    toggle: () => geometry && onZoom(toggleZoom(zoom, center, geometry)),
    panLeft: pan(1, 0),
    panRight: pan(-1, 0),
    panUp: pan(0, 1),
    panDown: pan(0, -1),
  }
}
