import { type ChildProcess, fork } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Outcome, Task } from './hostile-child.ts'

const CHILD = fileURLToPath(new URL('./hostile-child.ts', import.meta.url))

/** A process for hostile content, one task after another. One that hangs or ends is replaced, so that it costs one task only. */
export class Cage {
  private child: ChildProcess | undefined
  private readonly canaries = mkdtempSync(path.join(tmpdir(), 'floorwalk-canary-'))

  /** What happened, or how the process failed. `budget` in ms counts from the moment it is ready. */
  async run(task: Task, budget: number): Promise<Outcome | 'hung' | 'died'> {
    const child = await this.ready()
    return new Promise((resolve) => {
      const end = (result: Outcome | 'hung' | 'died') => {
        clearTimeout(clock)
        child.removeAllListeners()
        if (typeof result === 'string') this.close()
        resolve(result)
      }
      const clock = setTimeout(() => end('hung'), budget)
      child.once('message', (outcome) => end(outcome as Outcome))
      child.once('exit', () => end('died'))
      child.send(task)
    })
  }

  /** Files that payloads wrote. */
  canaryFiles = () => readdirSync(this.canaries)

  close() {
    this.child?.removeAllListeners()
    this.child?.kill('SIGKILL')
    this.child = undefined
  }

  remove() {
    this.close()
    rmSync(this.canaries, { recursive: true })
  }

  private ready(): Promise<ChildProcess> {
    if (this.child) return Promise.resolve(this.child)
    const child = fork(CHILD, { execArgv: ['--import', 'tsx'], env: { ...process.env, HOSTILE_CANARY_DIR: this.canaries } })
    this.child = child
    return new Promise((resolve, reject) => {
      child.once('message', () => resolve(child))
      child.once('exit', (code) => reject(new Error(`The process for hostile content ended with ${code} before it began.`)))
    })
  }
}
