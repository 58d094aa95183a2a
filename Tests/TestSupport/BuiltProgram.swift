import Foundation

/// Where the programs under test are.
package enum BuiltProgram {
    /// The built `codeforge`: what `CODEFORGE_BIN` names, else the one beside the tests.
    package static var codeforge: String {
        ProcessInfo.processInfo.environment["CODEFORGE_BIN"] ?? folder + "/codeforge"
    }

    /// The folder that the package's products are built into.
    package static var folder: String {
        let executable = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
        return URL(filePath: executable).deletingLastPathComponent().path
    }

    /// The package's root, found from this file's place in it.
    package static var packageRoot: String {
        URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().path
    }
}
