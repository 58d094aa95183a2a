/// The shared state of a Next.js project.
enum NextStore {
    static func text(_ model: AppModel) -> String {
        let types = (model.entities.map(\.type) + ["CollectionName", "Collections"]).sorted().joined(separator: ", ")
        let hooks = model.entities.map { entity in
            """
            export function use\(CodeNames.type(entity.plural).capitalisedFirst)(): Records<\(entity.type)> {
              const { collections, update } = useStore();
              return records(collections.\(entity.plural), (changed) => update("\(entity.plural)", changed));
            }

            """
        }
        return """
            "use client";

            import { createContext, useCallback, useContext, useEffect, useMemo, useState, type ReactNode } from "react";
            import { load, save } from "./repository";
            import { seed } from "./seed";
            import type { \(types) } from "./types";

            interface Store {
              collections: Collections;
              update<Name extends CollectionName>(name: Name, changed: Collections[Name]): void;
            }

            const StoreContext = createContext<Store | null>(null);

            /** Holds all records, and saves them in this browser after each change. */
            export function StoreProvider({ children }: { children: ReactNode }) {
              const [collections, setCollections] = useState<Collections>(seed);

              useEffect(() => {
                setCollections(load(window.localStorage));
              }, []);

              const update = useCallback(<Name extends CollectionName>(name: Name, changed: Collections[Name]) => {
                setCollections((current) => {
                  const next = { ...current, [name]: changed };
                  save(window.localStorage, next);
                  return next;
                });
              }, []);

              const store = useMemo(() => ({ collections, update }), [collections, update]);
              return <StoreContext.Provider value={store}>{children}</StoreContext.Provider>;
            }

            function useStore(): Store {
              const store = useContext(StoreContext);
              if (store === null) {
                throw new Error("Records can only be used inside StoreProvider.");
              }
              return store;
            }

            /** One kind of record, and what can be done with it. */
            export interface Records<Item extends { id: string }> {
              all: Item[];
              add(draft: Omit<Item, "id">): void;
              change(changed: Item): void;
              remove(id: string): void;
            }

            function records<Item extends { id: string }>(all: Item[], write: (changed: Item[]) => void): Records<Item> {
              return {
                all,
                add: (draft) => write([...all, { ...draft, id: crypto.randomUUID() } as Item]),
                change: (changed) => write(all.map((item) => (item.id === changed.id ? changed : item))),
                remove: (id) => write(all.filter((item) => item.id !== id)),
              };
            }

            \(hooks.joined(separator: "\n"))
            """
    }

    static func hook(_ entity: EntityModel) -> String { "use\(CodeNames.type(entity.plural).capitalisedFirst)" }
}
