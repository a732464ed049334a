/// A request to join that a hub keeps until a member answers it.
package struct WaitingJoin: Sendable, Hashable {
    /// The request, the first that came with its invite.
    package let request: JoinRequest
    /// How many other devices asked with the same invite and were refused: somebody else may know
    /// the code.
    package var others: Int

    /// Takes the parts.
    package init(request: JoinRequest, others: Int = 0) {
        self.request = request
        self.others = others
    }

    /// The request with its count, as it travels and is kept.
    package var text: JSONText {
        guard case .object(var members) = request.control else {
            preconditionFailure("a request is an object")
        }
        members["others"] = .number(others)
        return .object(members)
    }

    /// Reads what `text` writes.
    ///
    /// - Throws: `SyncError.malformed`.
    package init(_ control: JSONText) throws(SyncError) {
        guard let others = control["others"]?.number, others >= 0 else { throw .malformed }
        self.init(request: try JoinRequest(control), others: others)
    }

    /// The list that a hub answers with.
    package static func list(_ joins: [WaitingJoin]) -> String {
        JSONText.object(["joins": .array(joins.map(\.text))]).description
    }

    /// Reads such a list.
    ///
    /// - Throws: `SyncError.malformed`.
    package static func list(parsing bytes: [UInt8]) throws(SyncError) -> [WaitingJoin] {
        guard let items = try JSONText(parsing: bytes)["joins"]?.array else { throw .malformed }
        var joins: [WaitingJoin] = []
        for item in items { joins.append(try WaitingJoin(item)) }
        return joins
    }
}
