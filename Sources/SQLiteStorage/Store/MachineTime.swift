#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A moment on the clock by which leases end: nobody sets it, and it stands still while the machine sleeps.
///
/// The wall clock would do harm: where it goes back by an hour, a dead worker keeps its job for an hour.
package struct MachineTime: Hashable, Sendable {
    /// Names the start of the machine; times of another one cannot be compared, and its processes are all gone.
    package let boot: String
    /// Milliseconds since then.
    package let milliseconds: Int64

    package init(boot: String, milliseconds: Int64) {
        self.boot = boot
        self.milliseconds = milliseconds
    }

    /// The present moment.
    package static func now() -> MachineTime {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return MachineTime(
            boot: thisBoot, milliseconds: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
    }

    package static func + (moment: MachineTime, duration: Duration) -> MachineTime {
        let (seconds, attoseconds) = duration.components
        return MachineTime(
            boot: moment.boot,
            milliseconds: moment.milliseconds + seconds * 1000 + attoseconds / 1_000_000_000_000_000)
    }

    /// The kernel's name for this start of the machine.
    ///
    /// Spec: `boot_id` in https://man7.org/linux/man-pages/man5/proc_sys_kernel.5.html
    private static let thisBoot: String = {
        let file = open("/proc/sys/kernel/random/boot_id", O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return "" }
        defer { close(file) }
        var text = [UInt8](repeating: 0, count: 64)
        let count = read(file, &text, text.count)
        return String(decoding: text.prefix(max(count, 0)).prefix { $0 > 0x20 }, as: UTF8.self)
    }()
}

/// Tells the present moment.
package typealias StoreClock = @Sendable () -> MachineTime
