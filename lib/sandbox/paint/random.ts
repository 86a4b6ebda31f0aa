import 'server-only'

/** Numbers in [0, 1) that follow from a seed. Source: mulberry32, public domain. */
export type Random = () => number

export function randomFrom(seed: number): Random {
  let state = (seed * 2654435761 + 0x9e3779b9) >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Smooth noise along a line, in [0, 1), of `octaves` each half as strong and twice as fine. */
export function lineNoise(random: Random, octaves: number): (x: number) => number {
  const lattice = Float64Array.from({ length: 256 }, random)
  const at = (x: number) => {
    const whole = Math.floor(x)
    const part = x - whole
    const ease = part * part * (3 - 2 * part)
    const [a = 0, b = 0] = [lattice[whole & 255], lattice[(whole + 1) & 255]]
    return a + (b - a) * ease
  }
  return (x) => {
    let [sum, weight] = [0, 0]
    for (let octave = 0; octave < octaves; octave++) {
      sum += at(x * 2 ** octave + octave * 37) / 2 ** octave
      weight += 1 / 2 ** octave
    }
    return sum / weight
  }
}

/** Smooth noise over a plane, in [0, 1). */
export function planeNoise(random: Random, octaves: number): (x: number, y: number) => number {
  const size = 64
  const lattice = Float64Array.from({ length: size * size }, random)
  const cell = (x: number, y: number) => lattice[(y & 63) * size + (x & 63)] ?? 0
  const at = (x: number, y: number) => {
    const [i, j] = [Math.floor(x), Math.floor(y)]
    const [p, q] = [x - i, y - j]
    const [u, v] = [p * p * (3 - 2 * p), q * q * (3 - 2 * q)]
    const top = cell(i, j) + (cell(i + 1, j) - cell(i, j)) * u
    const low = cell(i, j + 1) + (cell(i + 1, j + 1) - cell(i, j + 1)) * u
    return top + (low - top) * v
  }
  return (x, y) => {
    let [sum, weight] = [0, 0]
    for (let octave = 0; octave < octaves; octave++) {
      sum += at(x * 2 ** octave + octave * 17, y * 2 ** octave + octave * 31) / 2 ** octave
      weight += 1 / 2 ** octave
    }
    return sum / weight
  }
}
