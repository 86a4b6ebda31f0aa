import 'server-only'
import { describeError } from './describe-error'

type Written = Pick<Console, 'error' | 'warn'>

/**
 * Errors that Next writes itself, of a page for one, pass `describeError` as those of the log do: their
 * words may quote what a visitor sent.
 */
export function quietConsole(target: Written): void {
  for (const method of ['error', 'warn'] as const) {
    const write = target[method].bind(target)
    target[method] = (...values: unknown[]) =>
      write(
        ...values.map((value) =>
          value instanceof Error ? JSON.stringify(describeError(value)) : value,
        ),
      )
  }
}
