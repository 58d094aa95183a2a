import Glibc
import Models
import Storage

// A process of its own for the store's tests: it writes until it is killed, or counts what it sees.
//
//     store-writer crash DATABASE LOCKS WORKER    writes for ever, a line on stdout for each acknowledged write
//     store-writer feed DATABASE COUNT OTHERS     makes COUNT changes, sees COUNT + OTHERS, prints both
//     store-writer patterns DATABASE COUNT        times match_patterns over COUNT patterns
//     store-writer agent DATABASE PROJECT SEED    does one job of a project, a line on stdout for each file
//     store-writer waiting DATABASE PROJECT       counts jobs whose files nobody thought of

let arguments = CommandLine.arguments
do {
    switch (arguments.dropFirst().first, arguments.count) {
    case ("crash", 5):
        let writer = try await CrashWriter(database: arguments[2], locks: arguments[3], worker: arguments[4])
        try await writer.run()
    case ("feed", 5):
        guard let count = Int(arguments[3]), let others = Int(arguments[4]) else { exit(64) }
        try await FeedWriter(database: arguments[2]).run(count: count, others: others)
    case ("patterns", 4):
        guard let count = Int(arguments[3]) else { exit(64) }
        try await PatternTiming(database: arguments[2]).run(count: count)
    case ("agent", 5):
        try await FolderAgent(database: arguments[2], project: arguments[3], seed: arguments[4]).run()
    case ("waiting", 4):
        try await UnthoughtOf(database: arguments[2], project: arguments[3]).run()
    default:
        say("usage: see main.swift")
        exit(64)
    }
} catch {
    say("error \(error)")
    exit(1)
}

/// Hands a line to the parent in one piece; what was said is not lost when this process is killed.
func say(_ line: String) {
    let bytes = Array((line + "\n").utf8)
    var written = 0
    while written < bytes.count {
        let count = bytes[written...].withUnsafeBytes { write(STDOUT_FILENO, $0.baseAddress, $0.count) }
        if count <= 0 { exit(3) }
        written += count
    }
}

/// Nanoseconds on the clock that all processes of a machine share.
func monotonicNanoseconds() -> Int64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
}
