// The part of Node that the extension and its tests use; see `types/vscode.d.ts`.

interface Buffer {
  readonly length: number;
  readonly [place: number]: number;
  indexOf(value: string): number;
  subarray(start?: number, end?: number): Buffer;
  toString(): string;
}
declare const Buffer: {
  from(text: string): Buffer;
  alloc(size: number): Buffer;
  concat(list: readonly Buffer[]): Buffer;
  byteLength(text: string): number;
};
declare const process: {
  readonly platform: string;
  readonly pid: number;
  readonly env: { [name: string]: string | undefined };
};
declare const __dirname: string;
declare function setInterval(action: () => void, milliseconds: number): { unref(): void };
declare function clearInterval(timer: unknown): void;
declare function setTimeout(action: () => void, milliseconds: number): { unref(): void };
declare function clearTimeout(timer: unknown): void;

declare module 'node:child_process' {
  export interface Stream {
    on(event: 'data', listener: (chunk: Buffer) => void): void;
    on(event: 'error', listener: (error: Error) => void): void;
  }
  export interface ChildProcess {
    readonly pid: number | undefined;
    readonly stdin: { write(data: string): void; end(): void; on(event: 'error', listener: () => void): void };
    readonly stdout: Stream;
    readonly stderr: Stream;
    on(event: 'exit', listener: (code: number | null) => void): void;
    on(event: 'error', listener: (error: Error) => void): void;
    kill(signal?: string): boolean;
  }
  export function spawn(
    program: string, arguments_: readonly string[], options?: { env?: any; cwd?: string },
  ): ChildProcess;
  export function execFile(
    program: string, arguments_: readonly string[],
    options: { timeout: number; killSignal?: string; maxBuffer: number; env?: any },
    done: (error: Error | null, stdout: string, stderr: string) => void,
  ): unknown;
  export function execFileSync(
    program: string, arguments_: readonly string[], options: { encoding: 'utf8'; env?: any; cwd?: string },
  ): string;
}
declare module 'node:fs' {
  export const constants: { readonly X_OK: number };
  export function existsSync(path: string): boolean;
  export function readFileSync(path: string): Buffer;
  export function readFileSync(path: string, encoding: 'utf8'): string;
  export function writeFileSync(path: string, text: string, options?: { mode?: number }): void;
  export function mkdirSync(path: string, options?: { recursive: boolean }): void;
  export function mkdtempSync(prefix: string): string;
  export function readdirSync(path: string): string[];
  export function rmSync(path: string, options: { recursive: boolean; force: boolean }): void;
  export function copyFileSync(from: string, to: string): void;
  export function symlinkSync(target: string, path: string): void;
  export namespace promises {
    function access(path: string, mode: number): Promise<void>;
    function stat(path: string): Promise<{ isFile(): boolean; readonly ino: number; readonly size: number; readonly mtimeMs: number }>;
  }
}
declare module 'node:path' {
  export function join(...parts: string[]): string;
  export function resolve(...parts: string[]): string;
  export function dirname(path: string): string;
  export function basename(path: string): string;
  export function isAbsolute(path: string): boolean;
  export const delimiter: string;
}
declare module 'node:os' {
  export function homedir(): string;
  export function tmpdir(): string;
}
declare module 'node:assert/strict' {
  const assert: {
    (value: unknown, message?: string): asserts value;
    equal(actual: unknown, expected: unknown, message?: string): void;
    deepEqual(actual: unknown, expected: unknown, message?: string): void;
    match(text: string, pattern: RegExp, message?: string): void;
    doesNotMatch(text: string, pattern: RegExp, message?: string): void;
  };
  export default assert;
}
declare module 'node:test' {
  export function test(name: string, body: () => void | Promise<void>): void;
  export function before(body: () => void | Promise<void>): void;
  export function after(body: () => void | Promise<void>): void;
  export function describe(name: string, options: { concurrency: number }, body: () => void): void;
}
