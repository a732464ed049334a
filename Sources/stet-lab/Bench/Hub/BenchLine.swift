import Foundation

/// A name and figures as one JSON object.
struct BenchLine: CustomStringConvertible {
    private let name: String
    private let figures: [(String, Double)]

    init(_ name: String, _ figures: [(String, Double)]) {
        (self.name, self.figures) = (name, figures)
    }

    /// Prints it at once, also into a pipe: whoever breaks a long run off keeps what there was.
    func say() { FileHandle.standardOutput.write(Data("\(self)\n".utf8)) }

    var description: String {
        let members = figures.map { name, value in
            "\"\(name)\":" + (value.rounded() == value ? "\(Int(value))" : "\(value.shortened)")
        }
        return "{\"name\":\"\(name)\",\(members.joined(separator: ","))}"
    }
}

extension Double {
    /// With two digits behind the point.
    fileprivate var shortened: String { String(format: "%.2f", self) }
}

extension [Float] {
    /// The value below which so many of a hundred lie; 0 where there is none.
    func percentile(_ share: Int) -> Double {
        guard !isEmpty else { return 0 }
        return Double(sorted()[Swift.min(count - 1, count * share / 100)])
    }
}

/// The most memory that a process had at any time; 0 where the system does not tell.
func peakMebibytes(of process: Int32) -> Double {
    let status = (try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM") }
    return (line?.split { !$0.isNumber }.first.flatMap { Double($0) } ?? 0) / 1_024
}
