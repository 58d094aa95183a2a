import * as path from 'node:path';
import schema from '../schemas/settings.json';
import type { API } from './api';
import type { Machine } from './machine';

/** Settings of the extension itself, which the server does not know. */
export const ownSettings = ['server.path', 'server.database', 'trace.server'] as const;

/** The server's settings that name a file. */
const fileSettings = ['model.caFile'];

/**
 * What a person has set for the server, nested as the server takes it.
 *
 * Defaults are left out: sent along, they would go before what the workspace's `.codeforge/config.json` says.
 */
export function explicitSettings(api: API, machine: Machine): Record<string, unknown> {
  const configuration = api.workspace.getConfiguration('codeforge');
  const settings: Record<string, unknown> = {};
  for (const key of Object.keys(schema.properties)) {
    const about = configuration.inspect(key);
    const value = about?.workspaceFolderValue ?? about?.workspaceValue ?? about?.globalValue;
    if (value === undefined) continue;
    settings[key] = fileSettings.includes(key) && typeof value === 'string' ? fromHome(machine, value) : value;
  }
  return settings;
}

/** A path that a person has set, `~` written out; an empty one counts as none. */
export function pathSetting(api: API, machine: Machine, key: 'server.path' | 'server.database'): string | undefined {
  const chosen = api.workspace.getConfiguration('codeforge').get<string>(key)?.trim();
  return chosen ? fromHome(machine, chosen) : undefined;
}

/** No shell is between a setting and the program that gets it: a `~` would be a folder's name. */
function fromHome(machine: Machine, chosen: string): string {
  const isBelow = chosen === '~' || chosen.startsWith('~/') || (machine.isWindows && chosen.startsWith('~\\'));
  return isBelow ? path.join(machine.home, chosen.slice(1)) : chosen;
}
