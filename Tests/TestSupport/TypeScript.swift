/// Generated TypeScript projects and the machine's `tsc`.
package enum TypeScript {
    /// Checks the types of every file of a generated project, as strictly as the compiler can.
    ///
    /// Types of React, Next.js and Vitest come from a short declaration file, so that no package has to be downloaded.
    package static func check(_ folder: TemporaryFolder) throws -> CommandRun {
        try folder.write(configuration, to: "tsconfig.check.json")
        return try CommandRun("/usr/bin/env", ["tsc", "-p", "tsconfig.check.json"], in: folder.path)
    }

    private static let configuration = """
        { "compilerOptions": { "target": "ES2022", "lib": ["DOM", "DOM.Iterable", "ES2022"], "module": "ESNext",
          "moduleResolution": "node", "strict": true, "noEmit": true, "noUncheckedIndexedAccess": true, "jsx": "preserve",
          "isolatedModules": true, "noUnusedLocals": true, "noUnusedParameters": true, "noImplicitReturns": true,
          "noFallthroughCasesInSwitch": true, "noImplicitOverride": true, "exactOptionalPropertyTypes": true,
          "allowUnreachableCode": false, "allowUnusedLabels": false, "useUnknownInCatchVariables": true,
          "forceConsistentCasingInFileNames": true, "skipLibCheck": true, "types": [],
          "baseUrl": ".", "paths": { "@/*": ["./src/*"] } },
          "include": ["src/**/*.ts", "src/**/*.tsx", "vitest.config.ts",
          "\(BuiltProgram.packageRoot)/Tests/AgentsTests/Declarations/packages.d.ts"] }
        """
}
