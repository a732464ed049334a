/// The name of one operation (OpID in the plans): its entry and its place in it, from 0.
public struct OperationID: Hashable, Comparable, Sendable {
    /// The entry that carries the operation; zeros mean the same entry.
    public let entry: EntryID
    /// The place among the entry's operations, from 0.
    public let index: Int

    /// Names the operation at place `index` of `entry`.
    public init(_ entry: EntryID, _ index: Int) {
        self.entry = entry
        self.index = index
    }

    /// Compares entry ids as unsigned bytes, then places.
    public static func < (left: OperationID, right: OperationID) -> Bool {
        left.entry == right.entry ? left.index < right.index : left.entry < right.entry
    }
}
