import Foundation
import Newsroom

/// The zone of the press's clock; asked when a receipt is written, never when a page is.
struct PressZone {
    private let zone: TimeZone

    /// Takes the newsroom's setting; UTC where there is none.
    ///
    /// - Throws: `PressError.badZone` for a zone that this machine does not know.
    init(setting: String?) throws(PressError) {
        guard let name = setting, !name.isEmpty else {
            zone = .gmt
            return
        }
        guard let known = TimeZone(identifier: name) else { throw .badZone(name) }
        zone = known
    }

    /// How many minutes the zone is ahead of UTC at a moment.
    func offset(at moment: Moment) -> Int {
        let seconds = Double(moment.milliseconds) / 1_000
        return zone.secondsFromGMT(for: Date(timeIntervalSince1970: seconds)) / 60
    }
}
