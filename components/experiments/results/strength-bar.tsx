import type { Ranked } from '@/lib/experiment/judge/ranking'

type Props = { item: Ranked | undefined; all: Ranked[] }

const width = 160
const height = 14

/** A strength as a point with its interval, on a scale that all items share. */
export function StrengthBar({ item, all }: Props) {
  if (!item || item.count === 0) return <span className="text-muted">–</span>
  const reach = Math.max(0.5, ...all.flatMap(({ low, high }) => [Math.abs(low), Math.abs(high)]))
  const x = (value: number) => width / 2 + (value / reach) * (width / 2 - 4)
  const sentence = `${item.strength.toFixed(2)}, between ${item.low.toFixed(2)} and ${item.high.toFixed(2)}`
  return (
    <svg
      width={width}
      height={height}
      role="img"
      aria-label={sentence}
      className="block max-w-none"
    >
      <title>{sentence}</title>
      <line x1={width / 2} x2={width / 2} y1={0} y2={height} className="stroke-line-strong" />
      <line
        x1={x(item.low)}
        x2={x(item.high)}
        y1={height / 2}
        y2={height / 2}
        strokeWidth={2}
        className="stroke-muted"
      />
      <circle cx={x(item.strength)} cy={height / 2} r={4} className="fill-accent" />
    </svg>
  )
}
