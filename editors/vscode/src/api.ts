import type * as vscode from 'vscode';

/** The `vscode` module. It is passed to whoever needs it, so that tests can pass their own. */
export type API = typeof vscode;
