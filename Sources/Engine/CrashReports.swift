import Glibc

/// What a process says when it crashes.
package enum CrashReports {
    /// Ends by a signal without a word, and without a core file.
    ///
    /// The runtime's own report prints the memory that registers point to, where a key or a prompt may lie.
    package static func leaveOut() {
        for number in [SIGABRT, SIGBUS, SIGFPE, SIGILL, SIGQUIT, SIGSEGV, SIGTRAP] { _ = signal(number, SIG_DFL) }
        var none = rlimit(rlim_cur: 0, rlim_max: 0)
        _ = setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &none)
    }
}
