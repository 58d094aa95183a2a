/// Components for talk, money, sign-in and settings.
enum NextInteraction {
    static func thread(_ component: ComponentModel) -> String {
        let entity = component.entity
        return """
            "use client";

            import { useState, type FormEvent } from "react";
            import { EmptyState } from "@/components/EmptyState";
            import { Field } from "@/components/Field";
            import type { \(entity.type) } from "@/lib/types";

            interface \(component.name)Props {
              \(entity.plural): \(entity.type)[];
            }

            interface Remark {
              id: string;
              aboutId: string;
              text: string;
            }

            /** Remarks beside the \(entity.label) that they are about, oldest first. */
            export function \(component.name)({ \(entity.plural) }: \(component.name)Props) {
              const [remarks, setRemarks] = useState<Remark[]>([]);
              const [aboutId, setAboutId] = useState(\(entity.plural)[0]?.id ?? "");
              const [text, setText] = useState("");
              const [problem, setProblem] = useState<string>();

              if (\(entity.plural).length === 0) {
                return <EmptyState title="Nothing to talk about yet">Add a first \(entity.label), then come back.</EmptyState>;
              }

              function send(event: FormEvent<HTMLFormElement>) {
                event.preventDefault();
                if (text.trim() === "") {
                  setProblem("Write a few words.");
                  return;
                }
                setRemarks([...remarks, { id: crypto.randomUUID(), aboutId, text: text.trim() }]);
                setText("");
                setProblem(undefined);
              }

              return (
                <section className="panel" aria-label="Conversation">
                  <Field id="thread-about" label="About">
                    <select id="thread-about" value={aboutId} onChange={(event) => setAboutId(event.target.value)}>
                      {\(entity.plural).map((\(entity.variable)) => (
                        <option key={\(entity.variable).id} value={\(entity.variable).id}>
                          {\(entity.variable).\(entity.title.property)}
                        </option>
                      ))}
                    </select>
                  </Field>
                  <ol aria-live="polite">
                    {remarks
                      .filter((remark) => remark.aboutId === aboutId)
                      .map((remark) => (
                        <li key={remark.id}>{remark.text}</li>
                      ))}
                  </ol>
                  <form onSubmit={send} noValidate>
                    <Field id="thread-text" label="Your words" problem={problem}>
                      <textarea
                        id="thread-text"
                        rows={3}
                        value={text}
                        aria-describedby={problem ? "thread-text-problem" : undefined}
                        onChange={(event) => setText(event.target.value)}
                      />
                    </Field>
                    <button type="submit">Send</button>
                  </form>
                </section>
              );
            }

            """
    }

    static func checkout(_ component: ComponentModel) -> String {
        let entity = component.entity
        let price = entity.money.map { "\(entity.variable).\($0.property)" } ?? "standardPrice"
        let standard =
            entity.money == nil
            ? "/** In cents, for records that carry no amount of their own. */\nconst standardPrice = 2500;\n\n" : ""
        return """
            "use client";

            import { useState } from "react";
            import { EmptyState } from "@/components/EmptyState";
            import { formatCents } from "@/lib/format";
            import type { \(entity.type) } from "@/lib/types";

            interface \(component.name)Props {
              \(entity.plural): \(entity.type)[];
            }

            \(standard)/** What is open, the full sum before anything is asked, and a receipt afterwards. */
            export function \(component.name)({ \(entity.plural) }: \(component.name)Props) {
              const [chosen, setChosen] = useState<string[]>([]);
              const [settled, setSettled] = useState<string[]>([]);
              const open = \(entity.plural).filter((\(entity.variable)) => !settled.includes(\(entity.variable).id));
              const total = open
                .filter((\(entity.variable)) => chosen.includes(\(entity.variable).id))
                .reduce((sum, \(entity.price(price))) => sum + \(price), 0);

              if (open.length === 0) {
                return <EmptyState title="All settled">Nothing is waiting for a payment.</EmptyState>;
              }
              return (
                <section className="panel" aria-label="Payment">
                  <ul>
                    {open.map((\(entity.variable)) => (
                      <li key={\(entity.variable).id}>
                        <label>
                          <input
                            type="checkbox"
                            checked={chosen.includes(\(entity.variable).id)}
                            onChange={(event) =>
                              setChosen(
                                event.target.checked
                                  ? [...chosen, \(entity.variable).id]
                                  : chosen.filter((id) => id !== \(entity.variable).id),
                              )
                            }
                          />{" "}
                          {\(entity.variable).\(entity.title.property)}: {formatCents(\(price))}
                        </label>
                      </li>
                    ))}
                  </ul>
                  <p role="status">Sum: {formatCents(total)}</p>
                  <button
                    type="button"
                    disabled={total === 0}
                    onClick={() => {
                      setSettled([...settled, ...chosen]);
                      setChosen([]);
                    }}
                  >
                    Record as paid
                  </button>
                </section>
              );
            }

            """
    }

    static let signIn = """
        "use client";

        import { useState, type FormEvent } from "react";
        import { Field } from "@/components/Field";

        interface SignInFormProps {
          onSignIn(email: string): void;
        }

        /** Asks for an address and checks it; sending a link there, so that no password has to be kept, is not built. */
        export function SignInForm({ onSignIn }: SignInFormProps) {
          const [email, setEmail] = useState("");
          const [problem, setProblem] = useState<string>();

          function submit(event: FormEvent<HTMLFormElement>) {
            event.preventDefault();
            const at = email.indexOf("@");
            if (at < 1 || email.indexOf(".", at) < 0) {
              setProblem("Enter an address such as name@example.com.");
              return;
            }
            setProblem(undefined);
            onSignIn(email);
          }

          return (
            <form onSubmit={submit} noValidate>
              <Field id="sign-in-email" label="E-mail" problem={problem}>
                <input
                  id="sign-in-email"
                  type="email"
                  autoComplete="email"
                  value={email}
                  aria-describedby={problem ? "sign-in-email-problem" : undefined}
                  onChange={(event) => setEmail(event.target.value)}
                />
              </Field>
              <p className="quiet">Signing in is not built yet: nothing is sent, and nobody is signed in.</p>
              <button type="submit">Check the address</button>
            </form>
          );
        }

        """

    static func settings(_ model: AppModel) -> String {
        """
        "use client";

        import { useEffect, useState } from "react";

        export interface SettingsSection {
          id: string;
          title: string;
          text: string;
        }

        interface SettingsPanelProps {
          sections: SettingsSection[];
        }

        const storageKey = \(Literal.string(model.slug + "/settings"));

        function readChoices(): string[] {
          const stored = window.localStorage.getItem(storageKey);
          return stored === null ? [] : stored.split(",").filter((id) => id !== "");
        }

        /** Each person's choices, kept in this browser. */
        export function SettingsPanel({ sections }: SettingsPanelProps) {
          const [enabled, setEnabled] = useState<string[]>([]);

          useEffect(() => {
            setEnabled(readChoices());
          }, []);

          function toggle(id: string, isOn: boolean) {
            const next = isOn ? [...enabled, id] : enabled.filter((known) => known !== id);
            setEnabled(next);
            window.localStorage.setItem(storageKey, next.join(","));
          }

          return (
            <ul className="grid">
              {sections.map((section) => (
                <li className="card" key={section.id}>
                  <label>
                    <input
                      type="checkbox"
                      checked={enabled.includes(section.id)}
                      onChange={(event) => toggle(section.id, event.target.checked)}
                    />{" "}
                    {section.title}
                  </label>
                  <p className="quiet">{section.text}</p>
                </li>
              ))}
            </ul>
          );
        }

        """
    }
}

extension EntityModel {
    /// The parameter of a sum: unused where every record costs the same.
    fileprivate func price(_ expression: String) -> String { expression == "standardPrice" ? "_" + variable : variable }
}
