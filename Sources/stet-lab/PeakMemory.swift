import Foundation

/// The most memory that this process had at any time.
enum PeakMemory {
    /// In MiB; 0 where the system does not tell.
    static var mebibytes: Double {
        let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM") }
        let number = line?.split { !$0.isNumber }.first.flatMap { Double($0) }
        return (number ?? 0) / 1_024
    }
}
