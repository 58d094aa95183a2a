import { execFile } from 'node:child_process';
import { constants, promises as files } from 'node:fs';
import * as os from 'node:os';
import type { Disposable } from 'vscode';

/** What the extension needs of the machine that it runs on; in a remote window, the remote one. */
export interface Machine {
  readonly isWindows: boolean;
  readonly home: string;
  environment(name: string): string | undefined;
  /** Tells one state of an executable file from another; undefined where there is none. */
  stamp(path: string): Promise<string | undefined>;
  /** Runs a program to its end and gives what it wrote; rejects where it cannot be run or ends badly. */
  run(program: string, programArguments: readonly string[]): Promise<string>;
  /** Milliseconds of a clock that need not be the wall's. */
  now(): number;
  /** Does something later, unless disposed before; does not keep the process alive. */
  after(milliseconds: number, action: () => void): Disposable;
  /** Repeats an action until disposed; does not keep the process alive. */
  every(milliseconds: number, action: () => void): Disposable;
}

/** Longest run of a program that only tells something, in milliseconds. */
const patience = 10_000;

export const thisMachine: Machine = {
  isWindows: process.platform === 'win32',
  home: os.homedir(),
  environment: (name) => process.env[name],
  stamp: async (path) => {
    try {
      await files.access(path, constants.X_OK);
      const about = await files.stat(path);
      return about.isFile() ? `${about.ino} ${about.size} ${about.mtimeMs}` : undefined;
    } catch {
      return undefined;
    }
  },
  run: (program, programArguments) => new Promise((resolve, reject) => {
    // One that hears no other signal is ended, too.
    const limits = { timeout: patience, killSignal: 'SIGKILL', maxBuffer: 16 << 20 };
    execFile(program, programArguments, limits, (error, output, errors) => {
      if (error) {
        reject(new Error(errors.trim() || error.message));
      } else {
        resolve(output);
      }
    });
  }),
  now: () => Date.now(),
  after: (milliseconds, action) => {
    const timer = setTimeout(action, milliseconds);
    timer.unref();
    return { dispose: () => clearTimeout(timer) };
  },
  every: (milliseconds, action) => {
    const timer = setInterval(action, milliseconds);
    timer.unref();
    return { dispose: () => clearInterval(timer) };
  },
};
