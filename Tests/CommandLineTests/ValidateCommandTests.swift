import Foundation
import JSON
import TestSupport
import Testing

@Suite struct ValidateCommandTests {
    private static let valid = #"{"passed":true,"issues":[],"summary":"s"}"#
    private static let validVerdict = #"{"valid":true,"value":{"passed":true,"issues":[],"summary":"s"}}"#

    private func validate(_ schema: String, _ input: [UInt8]) throws -> CommandRun {
        try CommandRun.codeforge(["validate", schema], in: TemporaryFolder(), input: input)
    }

    @Test func `each line gets its verdict, and the exit code tells whether all were valid`() throws {
        let good = try validate("QAResult", Array("\(Self.valid)\n\(Self.valid)\r\n".utf8))
        #expect(good.output == "\(Self.validVerdict)\n\(Self.validVerdict)\n")
        #expect(good.exitCode == 0)

        let mixed = try validate("QAResult", Array("\(Self.valid)\n\n{\"passed\":1}".utf8))
        let empty = "Invalid JSON: EOF while parsing a value at line 1 column 0"
        #expect(
            mixed.output == """
                \(Self.validVerdict)
                {"valid":false,"errors":[{"loc":[],"type":"json_invalid","msg":"\(empty)"}]}
                {"valid":false,"errors":[{"loc":["issues"],"type":"missing","msg":"Field required"},\
                {"loc":["summary"],"type":"missing","msg":"Field required"}]}

                """)
        #expect(mixed.exitCode == 1)
        #expect(try validate("QAResult", []).exitCode == 0)
    }

    @Test func `an unknown schema gets the nearest name`() throws {
        let run = try validate("QaResult", [])
        #expect(run.errors == "Error: There is no schema 'QaResult'. Did you mean 'QAResult'?\n")
        #expect(run.exitCode == 2)
    }

    @Test func `a line of 50 MB is answered, one above the limit gets an error, and the stream goes on`() throws {
        func document(bytes: Int) -> [UInt8] {
            Array(#"{"passed":true,"issues":[],"summary":""#.utf8) + [UInt8](repeating: UInt8(ascii: "x"), count: bytes)
                + Array("\"}\n".utf8)
        }
        let input = document(bytes: 50_000_000) + document(bytes: 64 << 20) + Array(Self.valid.utf8)
        let run = try validate("QAResult", input)
        let verdicts = run.output.split(separator: "\n")
        #expect(verdicts.count == 3)
        #expect(verdicts.first?.utf8.count == Self.validVerdict.utf8.count - 1 + 50_000_000)
        let message = "Invalid JSON: the line is longer than 67108864 bytes"
        #expect(
            verdicts.dropFirst().first ?? ""
                == #"{"valid":false,"errors":[{"loc":[],"type":"json_invalid","msg":"\#(message)"}]}"#)
        #expect(verdicts.last ?? "" == Self.validVerdict)
        #expect(run.exitCode == 1)
    }

    @Test func `memory stays flat on a long stream`() throws {
        let process = Process()
        process.executableURL = URL(filePath: BuiltProgram.codeforge)
        process.arguments = ["validate", "QAResult"]
        let input = Pipe()
        process.standardInput = input
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        let megabyte = Data(String(repeating: Self.valid + "\n", count: (1 << 20) / (Self.valid.utf8.count + 1)).utf8)
        func write(megabytes: Int) throws {
            for _ in 0..<megabytes { try input.fileHandleForWriting.write(contentsOf: megabyte) }
        }
        // A pipe holds 64 KiB: what has been written, but for that, has been read.
        try write(megabytes: 2)
        let early = try peakKibibytes(of: process)
        try write(megabytes: 20)
        let late = try peakKibibytes(of: process)
        try input.fileHandleForWriting.close()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        #expect(late - early < 4096, "\(early) KiB after 2 MiB of documents, \(late) KiB after 22 MiB")
    }

    /// The most memory that a process has ever had resident.
    private func peakKibibytes(of process: Process) throws -> Int {
        let status = try String(contentsOfFile: "/proc/\(process.processIdentifier)/status", encoding: .utf8)
        let line = try #require(status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") })
        return try #require(line.split { $0 == " " || $0 == "\t" }.dropFirst().first.flatMap { Int($0) })
    }

    @Test func `a document is answered before the next one is there`() throws {
        let process = Process()
        process.executableURL = URL(filePath: BuiltProgram.codeforge)
        process.arguments = ["validate", "ClarificationResponse"]
        let input = Pipe()
        let output = Pipe()
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        for number in 0..<3 {
            let document = #"{"question_id":"q\#(number)","answer":"a"}"#
            try input.fileHandleForWriting.write(contentsOf: Data((document + "\n").utf8))
            let answer = output.fileHandleForReading.availableData
            #expect(String(decoding: answer, as: UTF8.self) == "{\"valid\":true,\"value\":\(document)}\n")
        }
        try input.fileHandleForWriting.close()
        process.waitUntilExit()
    }
}
