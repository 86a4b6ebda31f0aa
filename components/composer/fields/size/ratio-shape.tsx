const box = 18

/** A ratio as a drawn frame; without one, a dashed square. */
export function RatioShape({ ratio }: { ratio: number | null }) {
  const shape = Math.min(Math.max(ratio ?? 1, 0.2), 5)
  const width = Math.round(shape >= 1 ? box - 2 : (box - 2) * shape)
  const height = Math.round(shape >= 1 ? (box - 2) / shape : box - 2)
  return (
    <svg width={box} height={box} viewBox={`0 0 ${box} ${box}`} aria-hidden="true">
      <rect
        x={(box - width) / 2}
        y={(box - height) / 2}
        width={width}
        height={height}
        rx={1.5}
        fill="none"
        stroke="currentColor"
        strokeWidth={1.25}
        strokeDasharray={ratio === null ? '2.5 2.5' : undefined}
      />
    </svg>
  )
}
