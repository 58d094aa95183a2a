import schema from '../schemas/settings.json';
import type { API } from './api';

/** Settings of the extension itself, which the server does not know. */
export const ownSettings = ['server.path', 'server.database', 'trace.server'] as const;

/**
 * What a person has set for the server, nested as the server takes it.
 *
 * Defaults are left out: sent along, they would go before what the workspace's `.codeforge/config.json` says.
 */
export function explicitSettings(api: API): Record<string, unknown> {
  const configuration = api.workspace.getConfiguration('codeforge');
  const settings: Record<string, unknown> = {};
  for (const key of Object.keys(schema.properties)) {
    const about = configuration.inspect(key);
    const value = about?.workspaceFolderValue ?? about?.workspaceValue ?? about?.globalValue;
    if (value !== undefined) settings[key] = value;
  }
  return settings;
}

/** A path that a person has set; an empty one counts as none. */
export function pathSetting(api: API, key: 'server.path' | 'server.database'): string | undefined {
  return api.workspace.getConfiguration('codeforge').get<string>(key)?.trim() || undefined;
}
