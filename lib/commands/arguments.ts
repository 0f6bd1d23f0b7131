import { type ParseArgsConfig, parseArgs } from 'node:util'

/** The options of a command. Ends the program with one sentence when there is one it does not know. */
export function readArguments<T extends ParseArgsConfig>(config: T): ReturnType<typeof parseArgs<T>> {
  try {
    return parseArgs(config)
  } catch (error) {
    const known = Object.keys(config.options ?? {}).map((name) => `--${name}`)
    console.error(`${(error as Error).message.split('. ')[0]}. The options are: ${known.join(', ')}.`)
    process.exit(1)
  }
}
