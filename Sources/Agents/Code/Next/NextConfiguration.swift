/// Files that set a Next.js project up.
enum NextConfiguration {
    static func package(_ model: AppModel) -> String {
        """
        {
          "name": \(Literal.string(model.slug)),
          "version": "0.1.0",
          "private": true,
          "description": \(Literal.string(model.pitch)),
          "scripts": {
            "dev": "next dev",
            "build": "next build",
            "start": "next start",
            "check": "tsc --noEmit",
            "test": "vitest run"
          },
          "dependencies": {
            "next": "^15.0.0",
            "react": "^19.0.0",
            "react-dom": "^19.0.0"
          },
          "devDependencies": {
            "@types/node": "^22.0.0",
            "@types/react": "^19.0.0",
            "@types/react-dom": "^19.0.0",
            "typescript": "^5.6.0",
            "vitest": "^2.1.0"
          }
        }

        """
    }

    static let typescript = """
        {
          "compilerOptions": {
            "target": "ES2022",
            "lib": ["DOM", "DOM.Iterable", "ES2022"],
            "module": "ESNext",
            "moduleResolution": "Bundler",
            "strict": true,
            "noEmit": true,
            "noUncheckedIndexedAccess": true,
            "esModuleInterop": true,
            "isolatedModules": true,
            "resolveJsonModule": true,
            "skipLibCheck": true,
            "incremental": true,
            "jsx": "preserve",
            "plugins": [{ "name": "next" }],
            "baseUrl": ".",
            "paths": { "@/*": ["./src/*"] }
          },
          "include": ["src/**/*.ts", "src/**/*.tsx"],
          "exclude": ["node_modules"]
        }

        """

    static let next = """
        const securityHeaders = [
          { key: "X-Content-Type-Options", value: "nosniff" },
          { key: "Referrer-Policy", value: "strict-origin-when-cross-origin" },
          { key: "X-Frame-Options", value: "DENY" },
        ];

        /** @type {import("next").NextConfig} */
        const config = {
          reactStrictMode: true,
          async headers() {
            return [{ source: "/:path*", headers: securityHeaders }];
          },
        };

        export default config;

        """

    static let vitest = """
        import { fileURLToPath } from "node:url";
        import { defineConfig } from "vitest/config";

        export default defineConfig({
          resolve: {
            alias: { "@": fileURLToPath(new URL("./src", import.meta.url)) },
          },
          test: { environment: "node" },
        });

        """
}
