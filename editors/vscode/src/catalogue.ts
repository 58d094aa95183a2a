import json from '../catalogue.json';

export interface Argument {
  readonly name: string;
  readonly kind: string;
  readonly required: boolean;
  /** What it is for; a question where a person writes it. */
  readonly sentence: string;
  readonly choices?: readonly string[];
}

export interface ServerCommand {
  readonly name: string;
  readonly title: string;
  readonly sentence: string;
  readonly arguments: readonly Argument[];
}

export interface ProjectDocument {
  readonly name: string;
  readonly path: string;
  readonly sentence: string;
}

/** What the server offers: `catalogue.json` is what `codeforge commands --json` prints. */
export const catalogue: {
  readonly commands: readonly ServerCommand[];
  readonly documents: readonly ProjectDocument[];
} = json;

/** The document that shows the result of an agent, by the agent's type. */
export const resultDocument: Readonly<Record<string, string>> = {
  research: 'requirements', wireframe: 'architecture', qa: 'review', pedagogy: 'choices', roadmap: 'roadmap',
  code: 'jobs', pipeline: 'review',
};
