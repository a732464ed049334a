/// One stroke: places and counts are Unicode scalars.
public enum Edit: Hashable, Sendable {
    /// Inserts text before the scalar at this place.
    case insert(String, at: Int)
    /// Removes so many scalars from this place on.
    case delete(count: Int, at: Int)
}
