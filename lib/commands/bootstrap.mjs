// Every command starts here: plain JavaScript without dependencies, so that it runs on a fresh clone.
// It sees to Node and the packages, then runs lib/commands/<command>.ts with the local tsx.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const COMMANDS = ['start', 'dev', 'test', 'check', 'new', 'build', 'edition', 'released']
const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..')
const stamp = path.join(root, 'node_modules', '.floorwalk-lock')

/** True for 20.9 and newer. */
export function nodeIsNewEnough(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  return major > 20 || (major === 20 && minor >= 9)
}

/** True when what npm says it installed is what the lock file asks for; packages for other systems may be missing. */
export function inStep(lock, installed) {
  const have = installed.packages ?? {}
  return Object.entries(lock.packages ?? {}).every(([place, { version, optional }]) => {
    if (place === '') return true
    return have[place] ? have[place].version === version : optional === true
  })
}

function stop(sentence) {
  console.error(sentence)
  process.exit(1)
}

function npm(...args) {
  const cli = process.env.npm_execpath
  // npm sets the first; without it (called by hand) npm is on the path, on Windows as npm.cmd, which only a shell can run.
  const [command, before] = cli && /\.[cm]?js$/.test(cli) ? [process.execPath, [cli]] : ['npm', []]
  const { status } = spawnSync(command, [...before, ...args, '--include=dev'], {
    cwd: root,
    stdio: 'inherit',
    shell: command === 'npm' && process.platform === 'win32',
  })
  return status === 0
}

function seeToPackages() {
  const lockText = readFileSync(path.join(root, 'package-lock.json'))
  const hash = createHash('sha256').update(lockText).digest('hex')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return
  const installed = path.join(root, 'node_modules', '.package-lock.json')
  const ready = existsSync(installed) && inStep(JSON.parse(lockText.toString('utf8')), JSON.parse(readFileSync(installed, 'utf8')))
  if (!ready) {
    console.log('Installing the packages this guide is built with …')
    if (!npm('ci')) {
      console.log('npm ci did not work; trying npm install.')
      if (!npm('install')) stop('The packages could not be installed. Look at the messages of npm above, then run the command again.')
    }
  }
  writeFileSync(
    stamp,
    createHash('sha256')
      .update(readFileSync(path.join(root, 'package-lock.json')))
      .digest('hex'),
  )
}

function run(command, args) {
  const child = spawn(process.execPath, ['--import', 'tsx', path.join(root, 'lib', 'commands', `${command}.ts`), ...args], {
    cwd: root,
    stdio: 'inherit',
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('exit', (code, signal) => {
    if (signal) {
      process.removeAllListeners(signal)
      process.kill(process.pid, signal)
    } else process.exit(code ?? 1)
  })
}

if (process.argv[1] && path.resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const [command, ...args] = process.argv.slice(2)
  if (!nodeIsNewEnough(process.versions.node))
    stop(
      `Floorwalk needs Node 20.9 or newer; this is ${process.versions.node}. Install a newer one from nodejs.org, then run the command again.`,
    )
  if (!command || !COMMANDS.includes(command)) stop(`Write one of these after npm run: ${COMMANDS.join(', ')}.`)
  seeToPackages()
  run(command, args)
}
