import * as path from 'node:path';
import type { Machine } from './machine';

/** What a search for the `codeforge` program came to. */
export type Search = { readonly kind: 'found'; readonly path: string; readonly version: string } | Problem;

/** Why there is no program to start. */
export type Problem =
  | { readonly kind: 'missing'; readonly chosen: string | undefined }
  | { readonly kind: 'too old'; readonly path: string; readonly version: string }
  | { readonly kind: 'broken'; readonly path: string; readonly reason: string };

/** The oldest program that has all that this extension asks for. */
export const minimumVersion = '0.1.0';

/**
 * Looks for the program: where the setting says, else beside the extension, on PATH, and where `make install` puts it.
 *
 * A program that the setting names is never replaced by another one that happens to be there.
 */
export async function findProgram(
  machine: Machine, chosen: string | undefined, extensionPath: string,
): Promise<Search> {
  let problem: Problem | undefined;
  for (const place of places(machine, chosen, extensionPath)) {
    if (await machine.stamp(place) === undefined) continue;
    const search = await tried(machine, place);
    if (search.kind === 'found') return search;
    problem ??= search;
  }
  return problem ?? { kind: 'missing', chosen };
}

/** Changes when a program comes, goes or is replaced at one of the places that are looked at. */
export async function placesStamp(
  machine: Machine, chosen: string | undefined, extensionPath: string,
): Promise<string> {
  return (await Promise.all(places(machine, chosen, extensionPath).map((place) => machine.stamp(place)))).join();
}

/** Where the program may be, the place that counts first. */
function places(machine: Machine, chosen: string | undefined, extensionPath: string): string[] {
  return chosen ? chosenPlaces(machine, chosen) : usualPlaces(machine, extensionPath);
}

function usualPlaces(machine: Machine, extensionPath: string): string[] {
  return [
    path.join(extensionPath, 'bin', fileName(machine, 'codeforge')),
    ...onPath(machine, 'codeforge'),
    // An editor that the desktop started often has a shorter PATH than a shell.
    path.join(machine.home, '.local', 'bin', fileName(machine, 'codeforge')),
    ...(machine.isWindows ? [] : ['/usr/local/bin/codeforge']),
  ].filter((place, index, all) => all.indexOf(place) === index);
}

function chosenPlaces(machine: Machine, chosen: string): string[] {
  if (path.isAbsolute(chosen)) return [chosen];
  // A path that is relative to whatever folder is open could be a program that came with that folder.
  return /[\\/]/.test(chosen) ? [] : onPath(machine, chosen);
}

function onPath(machine: Machine, name: string): string[] {
  const folders = (machine.environment('PATH') ?? '').split(path.delimiter);
  // A relative entry means the current folder, which a stranger may have written.
  return folders.filter((folder) => path.isAbsolute(folder)).map((folder) => path.join(folder, fileName(machine, name)));
}

function fileName(machine: Machine, name: string): string {
  return machine.isWindows && !name.endsWith('.exe') ? `${name}.exe` : name;
}

async function tried(machine: Machine, place: string): Promise<Search> {
  let version: string;
  try {
    version = (await machine.run(place, ['--version'])).trim();
  } catch (error) {
    return { kind: 'broken', path: place, reason: error instanceof Error ? error.message : String(error) };
  }
  if (!/^\d+\.\d+\.\d+/.test(version)) {
    return { kind: 'broken', path: place, reason: `'${place} --version' says '${version.slice(0, 100)}'` };
  }
  return isOlder(version, minimumVersion)
    ? { kind: 'too old', path: place, version }
    : { kind: 'found', path: place, version };
}

/** Whether a version such as `0.9.12` comes before another. */
export function isOlder(version: string, other: string): boolean {
  const [left, right] = [numbers(version), numbers(other)];
  for (let index = 0; index < 3; index++) {
    const difference = (left[index] ?? 0) - (right[index] ?? 0);
    if (difference !== 0) return difference < 0;
  }
  return false;
}

function numbers(version: string): number[] {
  return (version.match(/\d+/g) ?? []).slice(0, 3).map(Number);
}
