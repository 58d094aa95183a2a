/// What stands around every page: layout, menu, fields.
enum NextShell {
    static func layout(_ model: AppModel) -> String {
        """
        import type { Metadata } from "next";
        import type { ReactNode } from "react";
        import { NavBar } from "@/components/NavBar";
        import { StoreProvider } from "@/lib/store";
        import "./globals.css";

        export const metadata: Metadata = {
          title: \(Literal.string(model.name)),
          description: \(Literal.string(model.pitch)),
        };

        export default function RootLayout({ children }: { children: ReactNode }) {
          return (
            <html lang="en">
              <body>
                <a className="skip-link" href="#content">
                  Skip to the content
                </a>
                <NavBar />
                <StoreProvider>
                  <main id="content">{children}</main>
                </StoreProvider>
              </body>
            </html>
          );
        }

        """
    }

    static func navigation(_ model: AppModel) -> String {
        let links = model.menu.map { "  { href: \(Literal.string($0.path)), label: \(Literal.string($0.title)) }," }
        return """
            "use client";

            import Link from "next/link";
            import { usePathname } from "next/navigation";

            const pages = [
            \(links.joined(separator: "\n"))
            ];

            export function NavBar() {
              const current = usePathname();
              return (
                <nav className="nav" aria-label="Main">
                  <ul>
                    {pages.map((page) => (
                      <li key={page.href}>
                        <Link href={page.href} aria-current={page.href === current ? "page" : undefined}>
                          {page.label}
                        </Link>
                      </li>
                    ))}
                  </ul>
                </nav>
              );
            }

            """
    }

    static let notFound = """
        import Link from "next/link";

        export default function NotFound() {
          return (
            <section className="panel">
              <h1>This page does not exist</h1>
              <p>The address may be mistyped, or the record was removed.</p>
              <p>
                <Link href="/">Back to the first page</Link>
              </p>
            </section>
          );
        }

        """

    static let emptyState = """
        import type { ReactNode } from "react";

        interface EmptyStateProps {
          title: string;
          children: ReactNode;
        }

        /** Says that nothing is there, and what to do about it. */
        export function EmptyState({ title, children }: EmptyStateProps) {
          return (
            <div className="panel" role="status">
              <strong>{title}</strong>
              <p className="quiet">{children}</p>
            </div>
          );
        }

        """

    static let field = """
        import type { ReactNode } from "react";

        interface FieldProps {
          id: string;
          label: string;
          problem?: string | undefined;
          children: ReactNode;
        }

        /** A labelled input with its problem below; inputs refer to it by `aria-describedby`. */
        export function Field({ id, label, problem, children }: FieldProps) {
          return (
            <div className="field">
              <label htmlFor={id}>{label}</label>
              {children}
              {problem ? (
                <span className="error" id={`${id}-problem`} role="alert">
                  {problem}
                </span>
              ) : null}
            </div>
          );
        }

        """
}
