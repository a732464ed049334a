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
        let parts = text.split(separator: ".")
        guard parts.count == 2, let number = Int(parts[1]), number >= 0 else { throw .malformed }
        guard parts[0] == epoch else { throw .epochChanged }
        self.init(epoch: epoch, number: number)
    }

    /// `EPOCH.NUMBER`.
    package var description: String { "\(epoch).\(number)" }
}
