/// A file with a secret in it, as one of a hundred shapes has it.
package struct PlantedSecret: Sendable {
    package let path: String
    package let content: String
    /// Whether the file is there for credentials; else it is code or settings that hold a secret.
    package let isCredentialFile: Bool
    /// Whether the file's name alone makes a person expect that it stays at home: `.env`, histories.
    package var isUntold = false

    typealias Make = (inout SecretComposer) -> String

    /// A way in which secrets lie in folders: a path and what the file says.
    struct Shape {
        let path: String
        let isCredentialFile: Bool
        var isUntold = false
        let make: Make

        static func credential(_ path: String, untold: Bool = false, _ make: @escaping Make) -> Shape {
            Shape(path: path, isCredentialFile: true, isUntold: untold, make: make)
        }

        static func code(_ path: String, _ make: @escaping Make) -> Shape {
            Shape(path: path, isCredentialFile: false, make: make)
        }
    }

    static var shapes: [Shape] { credentialFiles + stores + code + settings + wrapped }

    package static var shapeCount: Int { shapes.count }

    /// Each shape `times` times, in folders of its own.
    package static func all(times: Int, _ composer: inout SecretComposer) -> [PlantedSecret] {
        (0..<times).flatMap { time in
            shapes.map { shape in
                PlantedSecret(
                    path: "round\(time)/\(shape.path)", content: shape.make(&composer),
                    isCredentialFile: shape.isCredentialFile, isUntold: shape.isUntold)
            }
        }
    }
}
