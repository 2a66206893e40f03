import { parseArgs, type ParseArgsConfig } from 'node:util'

/** A mistake in what was typed; the text says what to type. */
export class UsageError extends Error {}

/** `parseArgs`, with its refusals as sentences and no stack. */
export function readArgs<Options extends NonNullable<ParseArgsConfig['options']>>(args: readonly string[], options: Options, help: string) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true })
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : String(error)}\n\n${help}`)
  }
}

/** A whole number within bounds, or a sentence. */
export function readNumber(name: string, text: string, least: number, most: number): number {
  const value = Number(text)
  if (/^\d+$/.test(text) && value >= least && value <= most) return value
  throw new UsageError(`--${name} is a whole number from ${least} to ${most}, not "${text}".`)
}

/** 10G, 500M, 64K or a number of bytes. */
export function readBytes(name: string, text: string): number {
  const found = /^(\d+)([KMGT]?)$/i.exec(text)
  if (found === null) throw new UsageError(`--${name} is a size such as 500M or 20G, not "${text}".`)
  return Number(found[1]) * 1024 ** ' KMGT'.indexOf((found[2] ?? '').toUpperCase() || ' ')
}

/** `https://circle.example`, without a path. */
export function readOrigin(name: string, text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null
  if (url === null || !/^https?:$/.test(url.protocol) || (url.pathname !== '/' && url.pathname !== '')) {
    throw new UsageError(`--${name} is an address such as https://circle.example, without a path, not "${text}".`)
  }
  return url.origin
}

/** `--database`, else DATABASE_URL, else none: then the data folder. */
export function readDatabase(given: string | undefined): string | null {
  const text = given ?? process.env['DATABASE_URL'] ?? ''
  if (text === '') return null
  if (!/^postgres(ql)?:\/\//.test(text))
    throw new UsageError('--database (or DATABASE_URL) begins with postgres://. Leave it out to keep everything in the data folder.')
  return text
}
