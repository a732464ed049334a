/// A place in a hub's order of arrival: the database's life, and a number in it.
package struct Cursor: Hashable, Sendable, CustomStringConvertible {
    /// The epoch as 32 hexadecimal digits.
    package let epoch: String
    /// The number of the newest entry read.
    package let number: Int

    /// Takes epoch and number.
    package init(epoch: String, number: Int) {
        self.epoch = epoch
        self.number = number
    }

    /// Reads `EPOCH.NUMBER`; the empty text is the beginning of the hub's present epoch.
    ///
    /// - Throws: `SyncError.malformed`; `.epochChanged` where the text is of another epoch.
    package init(parsing text: String, epoch: String) throws(SyncError) {
        if text.isEmpty {
            self.init(epoch: epoch, number: 0)
            return
        }
        guard let cursor = Cursor(text) else { throw .malformed }
        guard cursor.epoch == epoch else { throw .epochChanged }
        self = cursor
    }

    /// Reads `EPOCH.NUMBER` of any epoch; nil where it makes no sense.
    package init?(_ text: String) {
        let parts = text.split(separator: ".")
        guard parts.count == 2, let number = Int(parts[1]), number >= 0 else { return nil }
        self.init(epoch: String(parts[0]), number: number)
    }

    /// `EPOCH.NUMBER`.
    package var description: String { "\(epoch).\(number)" }
}
