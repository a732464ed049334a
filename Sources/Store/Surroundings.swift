import Foundation
package import Newsroom
import Signing

/// The wall clock, passed in so that tests can turn it.
package protocol WallClock: Sendable {
    /// The time now.
    func now() -> Moment
}

/// A source of random bytes fit for keys, passed in so that tests can repeat it.
package protocol RandomSource: Sendable {
    /// So many fresh bytes.
    func bytes(_ count: Int) -> [UInt8]
}

/// What a replica takes from the machine it runs on.
package struct Surroundings: Sendable {
    package let clock: any WallClock
    package let random: any RandomSource
    /// The most that the database may take, as if the disk ended there; nil for the disk itself.
    package let limitBytes: Int?
    /// Which machine this is: 16 bytes; zeros where machines cannot be told apart.
    package let machine: [UInt8]
    /// So many entries may lie in memory before they are archived.
    package let archiveStretch: Int

    /// Takes a clock, a source of random bytes, the size of the disk, which machine it is, and how
    /// much is kept in memory.
    package init(
        clock: any WallClock,
        random: any RandomSource,
        limitBytes: Int? = nil,
        machine: [UInt8] = [UInt8](repeating: 0, count: 16),
        archiveStretch: Int = 4_096
    ) {
        self.clock = clock
        self.random = random
        self.limitBytes = limitBytes
        self.machine = machine
        self.archiveStretch = archiveStretch
    }

    /// The machine's own clock and random source.
    package static func system() -> Surroundings {
        Surroundings(clock: SystemClock(), random: SystemRandom(), machine: thisMachine())
    }

    /// The operating system's name for the machine, hashed, so that no file tells it.
    private static func thisMachine() -> [UInt8] {
        guard let name = try? Data(contentsOf: URL(filePath: "/etc/machine-id")) else {
            return [UInt8](repeating: 0, count: 16)
        }
        return Array(sha256(Array("stet machine 1\n".utf8) + Array(name))[..<16])
    }
}

private struct SystemClock: WallClock {
    func now() -> Moment {
        Moment(milliseconds: Int64(Date().timeIntervalSince1970 * 1_000))
    }
}

private struct SystemRandom: RandomSource {
    func bytes(_ count: Int) -> [UInt8] {
        var generator = SystemRandomNumberGenerator()
        return (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
    }
}
