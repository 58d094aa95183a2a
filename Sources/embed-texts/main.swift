import Glibc

/// Writes a Swift file whose `PackageResources` has the bytes of each text that is named.
///
/// usage: embed-texts OUTPUT TEXT...
///
/// `Data/words.txt` becomes `words_txt`; what no name can hold becomes `_`.

/// Ends with a message that `swift build` shows.
func fail(_ message: String) -> Never {
    let line = "error: \(message)\n"
    _ = line.withCString { write(2, $0, strlen($0)) }
    exit(1)
}

func content(of path: String) -> [UInt8] {
    guard let file = fopen(path, "r") else { fail("\(path) cannot be read") }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&buffer, 1, buffer.count, file), count > 0 { bytes += buffer[..<count] }
    return bytes
}

func name(of path: String) -> String {
    let last = String(path.split(separator: "/").last ?? "")
    var name = last.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "_" }
    if name.first?.isNumber ?? true { name.replaceSubrange(..<min(1, name.count), with: "_") }
    return String(name)
}

guard CommandLine.arguments.count > 1 else { fail("usage: embed-texts OUTPUT TEXT...") }
var code = "enum PackageResources {\n"
var names: Set<String> = []
for path in CommandLine.arguments.dropFirst(2) {
    guard names.insert(name(of: path)).inserted else { fail("two texts would be \(name(of: path)): rename \(path)") }
    guard let text = String(validating: content(of: path), as: UTF8.self) else { fail("\(path) is not UTF-8") }
    // A literal would have other line ends, and cannot hold its own end.
    guard !text.utf8.contains(0x0D), !text.utf8.contains(0), !text.contains("\"\"\"####") else {
        fail("\(path) has a carriage return, a NUL or a quote that Swift's texts cannot hold")
    }
    code += "    static var \(name(of: path)): [UInt8] { Array(\n####\"\"\"\n\(text)\n\"\"\"####.utf8) }\n"
}
code += "}\n"
guard let output = fopen(CommandLine.arguments[1], "w") else { fail("\(CommandLine.arguments[1]) cannot be written") }
fputs(code, output)
guard fclose(output) == 0 else { fail("\(CommandLine.arguments[1]) cannot be written") }
