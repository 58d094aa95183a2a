declare module "react" {
  export type ReactNode = any;
  export interface FormEvent<T = Element> { preventDefault(): void; target: T }
  export function useState<S>(initial: S | (() => S)): [S, (next: S | ((current: S) => S)) => void];
  export function useState<S = undefined>(): [S | undefined, (next: S | undefined | ((current: S | undefined) => S | undefined)) => void];
  export function useEffect(effect: () => void | (() => void), deps?: readonly unknown[]): void;
  export function useMemo<T>(make: () => T, deps: readonly unknown[]): T;
  export function useCallback<T extends (...args: any[]) => any>(callback: T, deps: readonly unknown[]): T;
  export interface Context<T> { Provider: (props: { value: T; children?: ReactNode }) => any }
  export function createContext<T>(value: T): Context<T>;
  export function useContext<T>(context: Context<T>): T;
}
declare namespace JSX {
  interface ElementChildrenAttribute { children: {} }
  interface IntrinsicAttributes { key?: string | number }
  interface InputEvent { target: { value: string; checked: boolean; valueAsNumber: number } }
  interface Props { [name: string]: any; onChange?: (event: InputEvent) => void; onSubmit?: (event: import("react").FormEvent<any>) => void }
  interface IntrinsicElements { [name: string]: Props }
}
declare module "next" { export interface Metadata { title: string; description: string } export interface NextConfig {} }
declare module "next/link" { const Link: (props: { href: string; children?: any; [key: string]: any }) => any; export default Link; }
declare module "next/navigation" { export function usePathname(): string; export function useRouter(): { push(to: string): void }; export function useParams<T>(): T; }
declare module "vitest" { export function describe(n: string, f: () => void): void; export function it(n: string, f: () => void): void; export function expect(v: unknown): any; }
declare module "vitest/config" { export function defineConfig(c: any): any }
declare module "node:url" { export function fileURLToPath(u: any): string }
declare module "*.css";
interface ImportMeta { url: string }
