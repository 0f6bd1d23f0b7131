import { BuildError, buildIfNeeded, buildSite } from '../export/build-site.ts'
import { readArguments } from './arguments.ts'

const { values } = readArguments({
  options: { content: { type: 'string' }, out: { type: 'string' }, 'if-needed': { type: 'boolean' } },
  allowPositionals: false,
})
const { 'if-needed': ifNeeded, ...options } = values

try {
  if (ifNeeded) await buildIfNeeded(options)
  else await buildSite(options)
} catch (error) {
  if (!(error instanceof BuildError)) throw error
  console.error(`${error.message}\n\n${error.advice}`)
  process.exitCode = 1
}
