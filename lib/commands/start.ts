import { BuildError, buildIfNeeded, OUT } from '../export/build-site.ts'
import { readArguments } from './arguments.ts'
import { serve } from './serve.ts'

const { values } = readArguments({ options: { port: { type: 'string' } }, allowPositionals: false })
const wanted = values.port ?? process.env.PORT
const port = Number(wanted ?? 3000)

try {
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new BuildError(`"${wanted}" is not a port.`, 'Give a number from 0 to 65535.')
  await buildIfNeeded()
  const { origin } = await serve(OUT, { port, orNext: wanted === undefined })
  console.log(`\nFloorwalk stands at ${origin}/\nStop it with Ctrl+C.`)
} catch (error) {
  if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') console.error(`Port ${port} is taken. Choose another with --port.`)
  else if (error instanceof BuildError) console.error(`${error.message}\n\n${error.advice}`)
  else throw error
  process.exitCode = 1
}
